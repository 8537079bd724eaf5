package org.solidarity.action.participation;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.RsvpStatus;

/** What holds for every answer. */
final class Guests {

	private Guests() {
	}

	static Checks check(Checks checks, @Nullable Integer guests) {
		return checks.that(guests == null || (guests >= 0 && guests <= 100), UserError.Code.OUT_OF_RANGE,
				"guests lies outside of 0 to 100.", "input", "guests");
	}

	static Checks check(Checks checks, @Nullable Integer guests, @Nullable RsvpStatus answer) {
		return check(checks, guests).that(answer != RsvpStatus.WAITLISTED, UserError.Code.INVALID,
				"answer WAITLISTED comes by itself where no seat is free; give ACCEPTED.", "input", "answer");
	}

}
