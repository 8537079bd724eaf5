package org.solidarity.action.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.SignatureMedium;

/** Recording signatures that a body handed in. */
interface RecordSignatures {

	int MOST = 100_000_000;

	int MOST_SHEETS = 1_000_000;

	record Input(String idempotencyKey, NodeId actionId, NodeId bodyId, SignatureMedium medium, int signatures,
			@Nullable Integer sheets, LocalDate collectedOn, @Nullable String source) {

		void check() {
			var checks = new Checks()
				.that(this.signatures >= 1 && this.signatures <= MOST, UserError.Code.OUT_OF_RANGE,
						"signatures lies outside of 1 to " + MOST + ".", "input", "signatures")
				.that(this.sheets == null || (this.sheets >= 1 && this.sheets <= MOST_SHEETS),
						UserError.Code.OUT_OF_RANGE, "sheets lies outside of 1 to " + MOST_SHEETS + ".", "input",
						"sheets")
				.that(this.sheets == null || this.medium == SignatureMedium.PAPER, UserError.Code.INVALID,
						"sheets are of PAPER; leave them out.", "input", "sheets")
				.that(this.collectedOn.getYear() >= 1800 && this.collectedOn.getYear() < 2200,
						UserError.Code.OUT_OF_RANGE, "collectedOn lies outside of 1800-01-01 to 2199-12-31.", "input",
						"collectedOn");
			if (this.source != null) {
				checks.text(this.source, 2_000, "input", "source");
			}
			checks.done();
		}

	}

	record Payload(SignatureBatch batch, Action action) {
	}

}
