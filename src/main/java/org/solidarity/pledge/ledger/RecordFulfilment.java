package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.FulfilmentMethod;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Recording that something of what was promised has come. */
public interface RecordFulfilment {

	record Input(String idempotencyKey, NodeId pledgeId, BigDecimal amount, @Nullable String currency,
			@Nullable LocalDate effectiveOn, @Nullable FulfilmentMethod method, @Nullable String reference,
			@Nullable String reason) implements Act {

		@Override
		public NodeId on() {
			return this.pledgeId;
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.FULFILMENT, this.amount, this.currency, this.effectiveOn, "effectiveOn",
					this.reason, this.method, this.reference);
		}

	}

	record Payload(Pledge pledge) {
	}

}
