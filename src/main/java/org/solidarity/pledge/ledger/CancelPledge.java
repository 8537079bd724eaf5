package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Releasing the pledger from what is outstanding. */
interface CancelPledge {

	record Input(String idempotencyKey, NodeId pledgeId, @Nullable BigDecimal amount, @Nullable LocalDate effectiveOn,
			String reason) implements Act {

		@Override
		public NodeId on() {
			return this.pledgeId;
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.CANCELLATION, this.amount, null, this.effectiveOn, "effectiveOn",
					this.reason, null, null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
