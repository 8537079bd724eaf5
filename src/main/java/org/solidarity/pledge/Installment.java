package org.solidarity.pledge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A part of a pledge and the last day on which it is in time. */
public record Installment(LocalDate due, Quantity amount) {

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
