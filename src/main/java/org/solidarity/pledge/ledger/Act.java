package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.FulfilmentMethod;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;

/** The input of a mutation that adds one row to the ledger of a pledge. */
interface Act {

	String idempotencyKey();

	/** The pledge, or the row of its ledger that is taken back. */
	NodeId on();

	/** What {@link #on} is called in the input. */
	default String onField() {
		return "pledgeId";
	}

	Row row();

	/**
	 * What is to be recorded, as far as the input says it.
	 *
	 * @param dayField what {@code effectiveOn} is called in the input
	 */
	record Row(PledgeEntryKind kind, @Nullable BigDecimal amount, @Nullable String currency,
			@Nullable LocalDate effectiveOn, String dayField, @Nullable String reason,
			@Nullable FulfilmentMethod method, @Nullable String reference) {

		void check() {
			new Checks()
				.that(this.reason == null || !this.reason.isBlank(), UserError.Code.REQUIRED,
						"reason is empty; give 1 to 2000 characters.", "input", "reason")
				.optionalText(this.reason, 2000, "input", "reason")
				.that(this.reference == null || !this.reference.isBlank(), UserError.Code.INVALID,
						"reference is empty; leave it out where there is none.", "input", "reference")
				.optionalText(this.reference, 200, "input", "reference")
				.that(this.kind == PledgeEntryKind.AMENDMENT || this.amount == null || this.amount.signum() > 0,
						UserError.Code.OUT_OF_RANGE, "amount is not more than nothing.", "input", "amount")
				.day(this.effectiveOn, "input", this.dayField)
				.done();
		}

		/** What the amount is called in the input. */
		String amountField() {
			return this.kind == PledgeEntryKind.AMENDMENT ? "delta" : "amount";
		}

	}

}
