package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Recording that more or less is promised. */
interface AmendPledge {

	record Input(String idempotencyKey, NodeId pledgeId, BigDecimal delta, @Nullable String currency,
			@Nullable LocalDate effectiveOn, String reason) implements Act {

		@Override
		public NodeId on() {
			return this.pledgeId;
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.AMENDMENT, this.delta, this.currency, this.effectiveOn, "effectiveOn",
					this.reason, null, null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
