package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solidarity.platform.page.Direction;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class BodyPagingTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	private static final String NAMES = "Ebony Eclair Éclair éclair Elan Œuvre Zulu alpha Alpha ALPHA Ñandu Nadir 東京";

	private static boolean recorded;

	@BeforeEach
	void record() {
		if (!recorded) {
			var bodies = new Recorded(this.api, this.viewers.staff());
			int at = 0;
			for (String name : NAMES.split(" ")) {
				String id = bodies.body(at % 3 == 0 ? "LOCAL_UNION" : "COALITION", "Walked " + name,
						at % 2 == 0 ? "" : ", country: \"US\", region: \"US-N" + (at % 4 == 1 ? "Y" : "J")
								+ "\", acronym: \"W" + at % 5 + "\"");
				if (at % 4 < 2) {
					this.api.ask(bodies.staff(),
							"mutation ($id: ID!) { recordMemberCount(input: {bodyId: $id, asOf: \"2020-01-01\", count: "
									+ at % 5 + ", basis: ESTIMATE, source: \"test\"}) { errors { code } } }",
							"id", id);
				}
				at++;
			}
			recorded = true;
		}
	}

	@ParameterizedTest
	@EnumSource(BodyOrder.By.class)
	void everyOrderWalksAllRowsOnceForwardsAndTheSameBackwards(BodyOrder.By field) {
		List<String> ascending = walk(field, Direction.ASC, 100, true);
		assertThat(ascending).hasSize(13).doesNotHaveDuplicates();
		for (int size : new int[] { 1, 2, 5 }) {
			assertThat(walk(field, Direction.ASC, size, true)).isEqualTo(ascending);
			assertThat(walk(field, Direction.ASC, size, false)).isEqualTo(ascending);
			assertThat(walk(field, Direction.DESC, size, size % 2 == 0)).isEqualTo(ascending.reversed());
		}
	}

	@org.junit.jupiter.api.Test
	void namesAreOrderedWithoutAccentsAndCase() {
		var names = this.api
			.ask(this.viewers.staff(), "{ bodies(filter: {name: {startsWith: \"Walked \"}}) { nodes { name } } }")
			.at("/bodies/nodes")
			.valueStream()
			.map(node -> node.get("name").asString().substring(7).toLowerCase())
			.toList();
		assertThat(names).containsExactly("alpha", "alpha", "alpha", "ebony", "eclair", "éclair", "éclair", "elan",
				"nadir", "ñandu", "œuvre", "zulu", "東京");
	}

	private List<String> walk(BodyOrder.By field, Direction direction, int size, boolean forward) {
		List<String> walked = new ArrayList<>();
		String cursor = null;
		boolean more = true;
		var seen = new HashSet<String>();
		while (more) {
			var page = this.api.ask(this.viewers.staff(),
					"query ($first: Int, $after: String, $last: Int, $before: String, $search: String, $order: BodyOrder) {"
							+ " bodies(first: $first, after: $after, last: $last, before: $before, search: $search, orderBy: $order,"
							+ " filter: {name: {startsWith: \"Walked \"}}) {"
							+ " nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }",
					forward ? "first" : "last", size, forward ? "after" : "before", cursor, "search",
					field == BodyOrder.By.RELEVANCE ? "walked" : null, "order",
					java.util.Map.of("field", field.name(), "direction", direction.name()));
			var ids = new ArrayList<String>();
			page.at("/bodies/nodes").valueStream().forEach(node -> ids.add(node.get("id").asString()));
			assertThat(page.at("/bodies/totalCount").asInt()).isEqualTo(13);
			assertThat(page.at("/bodies/pageInfo/" + (forward ? "hasPreviousPage" : "hasNextPage")).asBoolean())
				.isEqualTo(cursor != null);
			assertThat(seen.addAll(ids)).isTrue();
			walked.addAll(forward ? walked.size() : 0, ids);
			cursor = page.text("/bodies/pageInfo/" + (forward ? "endCursor" : "startCursor"));
			more = page.at("/bodies/pageInfo/" + (forward ? "hasNextPage" : "hasPreviousPage")).asBoolean();
		}
		return walked;
	}

}
