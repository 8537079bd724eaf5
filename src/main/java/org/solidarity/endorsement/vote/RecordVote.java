package org.solidarity.endorsement.vote;

import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.platform.NodeId;

/** Recording a count of votes, which may replace an earlier one. */
interface RecordVote {

	record Input(@Nullable String idempotencyKey, NodeId proceedingId, @Nullable NodeId correctsId, VoteFacts vote) {
	}

	record Payload(Proceeding proceeding, Vote vote) {
	}

}
