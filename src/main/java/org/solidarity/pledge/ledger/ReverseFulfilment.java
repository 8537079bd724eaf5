package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Taking back a fulfilment: a bounced check, a mistake. */
interface ReverseFulfilment {

	record Input(String idempotencyKey, NodeId fulfilmentId, @Nullable BigDecimal amount,
			@Nullable LocalDate effectiveOn, String reason) implements Act {

		@Override
		public NodeId on() {
			return this.fulfilmentId;
		}

		@Override
		public String onField() {
			return "fulfilmentId";
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.FULFILMENT_REVERSAL, this.amount, null, this.effectiveOn, "effectiveOn",
					this.reason, null, null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
