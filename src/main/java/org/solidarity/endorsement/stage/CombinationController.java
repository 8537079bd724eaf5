package org.solidarity.endorsement.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;

/** Which proceedings were made one, seen from both ends. */
@Controller
class CombinationController {

	private final Acts acts;

	private final Proceedings proceedings;

	CombinationController(Acts acts, Proceedings proceedings) {
		this.acts = acts;
		this.proceedings = proceedings;
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, Proceeding> combinedInto(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		var combinations = this.acts.combinations(viewer, ids(proceedings));
		var found = find(viewer, combinations);
		Map<Proceeding, Proceeding> into = new HashMap<>();
		proceedings.forEach(proceeding -> combinations.stream()
			.filter(one -> one.from().equals(proceeding.id()) && found.containsKey(one.into()))
			.forEach(one -> into.put(proceeding, found.get(one.into()))));
		return into;
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, List<Proceeding>> combinedFrom(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		var combinations = this.acts.combinations(viewer, ids(proceedings));
		var found = find(viewer, combinations);
		Map<Proceeding, List<Proceeding>> from = new HashMap<>();
		proceedings.forEach(proceeding -> from.put(proceeding,
				new ArrayList<>(combinations.stream()
					.filter(one -> one.into().equals(proceeding.id()) && found.containsKey(one.from()))
					.map(one -> found.get(one.from()))
					.toList())));
		return from;
	}

	private Map<UUID, Proceeding> find(Viewer viewer, Collection<Combination> combinations) {
		return this.proceedings.nodes(viewer,
				combinations.stream().flatMap(one -> Stream.of(one.from(), one.into())).distinct().toList());
	}

	private static List<UUID> ids(List<Proceeding> proceedings) {
		return proceedings.stream().map(Proceeding::id).toList();
	}

}
