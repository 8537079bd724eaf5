package org.solidarity.pledge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** A part of a pledge and the last day on which it is in time. */
public record Installment(LocalDate due, Quantity amount) {

	private static final int MAXIMUM = 120;

	/** The days by which installments are due can be those of one pledge. */
	static Checks check(Checks checks, List<LocalDate> days, String... path) {
		days.forEach(day -> checks.day(day, path));
		return checks
			.that(List.copyOf(new TreeSet<>(days)).equals(days), UserError.Code.INVALID,
					"dueDates do not rise; give each day once, the earliest first.", path)
			.that(days.size() <= MAXIMUM, UserError.Code.OUT_OF_RANGE,
					"dueDates holds " + days.size() + " days; at most " + MAXIMUM + " are allowed.", path);
	}

	/**
	 * Equal parts in minor units, the remainder with the last, so that they sum to the
	 * total.
	 */
	static List<Installment> of(Quantity total, List<LocalDate> dueDates) {
		List<Installment> parts = new ArrayList<>();
		BigDecimal left = total.amount();
		int scale = left.scale();
		for (int i = 0; i < dueDates.size(); i++) {
			BigDecimal part = i == dueDates.size() - 1 ? left
					: total.amount().divide(BigDecimal.valueOf(dueDates.size()), scale, RoundingMode.DOWN);
			parts.add(new Installment(dueDates.get(i), new Quantity(part, total.unit(), total.currency())));
			left = left.subtract(part);
		}
		return parts;
	}

}
