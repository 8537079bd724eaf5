package org.solidarity.endorsement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * The two times of a report, kept apart: the day that it is about, and when what it says
 * was known.
 *
 * @param asOf null for the day that it is in the campaign's time zone
 * @param asKnownAt null for now
 */
public record Moment(@Nullable LocalDate asOf, @Nullable Instant asKnownAt) {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

	public static final Moment NOW = new Moment(null, null);

	/** Later than anything that is recorded. */
	public static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

	public Moment {
		if (asOf != null && (asOf.isBefore(FIRST) || asOf.isAfter(LAST))) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					"asOf lies outside of what is allowed: " + FIRST + " to " + LAST + ".");
		}
		if (asKnownAt != null && asKnownAt.isBefore(Instant.EPOCH)) {
			throw new Refused(ErrorCode.BAD_USER_INPUT, "asKnownAt lies before anything was recorded.");
		}
	}

	/**
	 * Until when what was recorded counts.
	 * @throws Refused BAD_USER_INPUT where it has not come yet: what is said about it
	 * would change
	 */
	public Instant knownAt(Clock clock) {
		if (this.asKnownAt == null) {
			return EVER;
		}
		if (this.asKnownAt.isAfter(clock.instant())) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					"asKnownAt lies in the future; give a moment that has passed, or omit it for now.");
		}
		return this.asKnownAt;
	}

}
