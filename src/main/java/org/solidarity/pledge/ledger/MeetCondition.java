package org.solidarity.pledge.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Recording that what a pledge depends on has happened. */
interface MeetCondition {

	record Input(String idempotencyKey, NodeId pledgeId, @Nullable LocalDate metOn,
			@Nullable String reason) implements Act {

		@Override
		public NodeId on() {
			return this.pledgeId;
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.CONDITION_MET, null, null, this.metOn, "metOn", this.reason, null, null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
