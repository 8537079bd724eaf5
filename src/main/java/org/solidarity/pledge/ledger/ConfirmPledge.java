package org.solidarity.pledge.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Recording that what was proposed is promised. */
interface ConfirmPledge {

	record Input(String idempotencyKey, NodeId pledgeId, @Nullable LocalDate confirmedOn,
			@Nullable String reason) implements Act {

		@Override
		public NodeId on() {
			return this.pledgeId;
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.CONFIRMED, null, null, this.confirmedOn, "confirmedOn", this.reason, null,
					null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
