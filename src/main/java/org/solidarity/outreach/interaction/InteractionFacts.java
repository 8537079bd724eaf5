package org.solidarity.outreach.interaction;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;

/** What whoever had the contact says of it, and may correct. */
record InteractionFacts(@Nullable InteractionChannel channel, @Nullable InteractionDirection direction,
		@Nullable Instant at, @Nullable InteractionOutcome outcome, @Nullable Instant callBackAfter,
		@Nullable String notes, @Nullable String actionNeeded, @Nullable String actionTaken) {

	private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");

	private static final Duration LONGEST_WAIT = Duration.ofDays(3660);

	void check(Instant now) {
		var checks = new Checks();
		kept(checks, this.channel, "channel");
		kept(checks, this.direction, "direction");
		kept(checks, this.at, "at");
		kept(checks, this.outcome, "outcome");
		checks
			.that(this.at == null || (!this.at.isBefore(FIRST) && !this.at.isAfter(now)), UserError.Code.OUT_OF_RANGE,
					"at lies before 1800-01-01 or in the future.", "input", "at")
			.that(this.callBackAfter == null || this.at == null
					|| (!this.callBackAfter.isBefore(this.at) && !this.callBackAfter.isAfter(now.plus(LONGEST_WAIT))),
					UserError.Code.OUT_OF_RANGE, "callBackAfter lies before the contact, or more than ten years ahead.",
					"input", "callBackAfter")
			.that(this.outcome != InteractionOutcome.CALL_BACK || this.callBackAfter != null, UserError.Code.REQUIRED,
					"callBackAfter is absent; the outcome CALL_BACK needs it.", "input", "callBackAfter")
			.optionalText(this.notes, 10_000, "input", "notes");
		text(checks, this.actionNeeded, "actionNeeded");
		text(checks, this.actionTaken, "actionTaken");
		checks.done();
	}

	private static void kept(Checks checks, @Nullable Object value, String field) {
		checks.that(value != null, UserError.Code.REQUIRED, field + " cannot be cleared; omit it, or give a value.",
				"input", field);
	}

	private static void text(Checks checks, @Nullable String value, String field) {
		if (value != null) {
			checks.text(value, 1_000, "input", field);
		}
	}

}
