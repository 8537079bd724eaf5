package org.solidarity.member.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that a membership can begin or end on. */
final class Days {

	static final String ALLOWED = " lies outside of 1800-01-01 to 2200-01-01.";

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

	private Days() {
	}

	static boolean sane(@Nullable LocalDate day) {
		return day == null || !(day.isBefore(FIRST) || day.isAfter(LAST));
	}

}
