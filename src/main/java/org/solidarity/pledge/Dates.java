package org.solidarity.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** The days that a pledge may name. */
public final class Dates {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate END = LocalDate.of(2200, 1, 1);

	private static final int MAXIMUM = 120;

	private Dates() {
	}

	public static Checks check(Checks checks, @Nullable LocalDate day, String... path) {
		return checks.that(day == null || !day.isBefore(FIRST) && day.isBefore(END), UserError.Code.OUT_OF_RANGE,
				path[path.length - 1] + " is " + day + "; allowed is " + FIRST + " to " + END.minusDays(1) + ".", path);
	}

	static Checks checkDue(Checks checks, List<LocalDate> days, String... path) {
		days.forEach(day -> check(checks, day, path));
		return checks
			.that(List.copyOf(new TreeSet<>(days)).equals(days), UserError.Code.INVALID,
					"dueDates do not rise; give each day once, the earliest first.", path)
			.that(days.size() <= MAXIMUM, UserError.Code.OUT_OF_RANGE,
					"dueDates holds " + days.size() + " days; at most " + MAXIMUM + " are allowed.", path);
	}

}
