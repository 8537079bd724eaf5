package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;

/** Hoping again for what was written off. */
interface ReverseWriteOff {

	record Input(String idempotencyKey, NodeId writeOffId, @Nullable BigDecimal amount, @Nullable LocalDate effectiveOn,
			String reason) implements Act {

		@Override
		public NodeId on() {
			return this.writeOffId;
		}

		@Override
		public String onField() {
			return "writeOffId";
		}

		@Override
		public Row row() {
			return new Row(PledgeEntryKind.WRITE_OFF_REVERSAL, this.amount, null, this.effectiveOn, "effectiveOn",
					this.reason, null, null);
		}

	}

	record Payload(Pledge pledge) {
	}

}
