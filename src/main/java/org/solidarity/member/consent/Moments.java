package org.solidarity.member.consent;

import java.time.Instant;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** When a person can have said yes or no. */
final class Moments {

	private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");

	private Moments() {
	}

	static Checks check(Checks checks, Instant at, Instant now) {
		return checks.that(!at.isBefore(FIRST) && !at.isAfter(now), UserError.Code.OUT_OF_RANGE,
				"at lies before 1800-01-01 or in the future.", "input", "at");
	}

}
