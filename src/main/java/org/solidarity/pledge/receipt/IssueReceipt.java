package org.solidarity.pledge.receipt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording the receipt that was given for a fulfilment. */
interface IssueReceipt {

	record Input(String idempotencyKey, NodeId fulfilmentId, String number, String payee, String purpose,
			@Nullable LocalDate issuedOn, @Nullable NodeId replacesId) {

		void check() {
			new Checks().text(this.number, 50, "input", "number")
				.text(this.payee, 300, "input", "payee")
				.text(this.purpose, 2000, "input", "purpose")
				.day(this.issuedOn, "input", "issuedOn")
				.done();
		}

	}

	record Payload(PledgeReceipt receipt) {
	}

}
