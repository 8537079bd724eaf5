package org.solidarity.endorsement.forwarding;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.ForwardingRecipient;

/** Recording that a body sent its text on, and that it did not. */
interface ForwardProceeding {

	/** An e-mail address, or so many digits that they are a phone number. */
	Pattern CONTACT = Pattern.compile("@|\\+?\\d(?:[\\s().-]*\\d){6,}");

	LocalDate FIRST = LocalDate.of(1800, 1, 1);

	record Input(@Nullable String idempotencyKey, NodeId proceedingId, ForwardingRecipient recipient,
			@Nullable NodeId bodyId, @Nullable String office, @Nullable LocalDate forwardedOn, Evidence evidence,
			@Nullable String sourceName, @Nullable String sourceUrl, @Nullable String note) {

		/**
		 * @param today in the time zone of the campaign
		 */
		void check(LocalDate today) {
			boolean official = this.recipient == ForwardingRecipient.OFFICIAL;
			var checks = new Checks()
				.that(official == (this.bodyId == null), UserError.Code.REQUIRED,
						"bodyId is needed for a recipient that is a body, and for no OFFICIAL.", "input", "bodyId")
				.that(official == (this.office != null), UserError.Code.REQUIRED,
						"office is needed for an OFFICIAL, and for no body.", "input", "office")
				.that(this.forwardedOn != null || this.sourceName != null, UserError.Code.REQUIRED,
						"sourceName is needed where the day is not known.", "input", "sourceName")
				.that(this.forwardedOn == null
						|| (!this.forwardedOn.isBefore(FIRST) && !this.forwardedOn.isAfter(today)),
						UserError.Code.OUT_OF_RANGE,
						"forwardedOn is " + this.forwardedOn + "; allowed: " + FIRST + " to " + today
								+ ", which is today.",
						"input", "forwardedOn")
				.optionalText(this.note, 2000, "input", "note");
			if (this.sourceName != null) {
				checks.text(this.sourceName, 500, "input", "sourceName");
			}
			if (this.office != null) {
				checks.text(this.office, 300, "input", "office")
					.that(!CONTACT.matcher(this.office).find(), UserError.Code.INVALID,
							"office holds an e-mail address or a phone number; give what the office is called and nothing else.",
							"input", "office");
			}
			checks.done();
		}

	}

	record Retraction(NodeId id, String reason) {

		void check() {
			new Checks().text(this.reason, 5000, "input", "reason").done();
		}

	}

	record Payload(Forwarding forwarding) {
	}

}
