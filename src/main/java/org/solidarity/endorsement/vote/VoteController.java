package org.solidarity.endorsement.vote;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class VoteController {

	private final Votes votes;

	private final Proceedings proceedings;

	VoteController(Votes votes, Proceedings proceedings) {
		this.votes = votes;
		this.proceedings = proceedings;
	}

	@BatchMapping(typeName = "Proceeding", field = "votes")
	Map<Proceeding, List<Vote>> ofProceedings(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		var votes = this.votes.ofProceedings(viewer, proceedings.stream().map(Proceeding::id).toList());
		return proceedings.stream()
			.collect(Collectors.toMap(Function.identity(),
					proceeding -> votes.getOrDefault(proceeding.id(), List.of())));
	}

	/** A count that was replaced is not judged. */
	@BatchMapping(typeName = "Vote")
	Map<Vote, List<VoteWarning>> warnings(List<Vote> votes, @ContextValue Viewer viewer) {
		var proceedings = this.proceedings.nodes(viewer, votes.stream().map(Vote::proceedingId).distinct().toList());
		return votes.stream()
			.collect(Collectors.toMap(Function.identity(), vote -> vote.superseded() ? List.of()
					: List.copyOf(vote.facts().warnings(proceedings.get(vote.proceedingId()).stage()))));
	}

	@MutationMapping
	RecordVote.Payload recordVote(Viewer viewer, @Argument RecordVote.Input input) {
		return this.votes.record(viewer, input);
	}

}
