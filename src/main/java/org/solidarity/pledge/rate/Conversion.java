package org.solidarity.pledge.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.solidarity.pledge.Quantity;
import org.solidarity.pledge.totals.PledgeAmounts;
import org.solidarity.pledge.totals.PledgeTotalFilter;
import org.solidarity.pledge.totals.RatedTotal;

/**
 * How sums are converted: each at the rate that was booked with its pledges, or all at
 * the rates of one day.
 */
record Conversion(PledgeRate rate, Moment moment, @Nullable PledgeTotalFilter filter) {

	private static final int SHOWN = 100;

	private static final Comparator<ExchangeRate> BY_CURRENCY_AND_DAY = Comparator.comparing(ExchangeRate::currency)
		.thenComparing(ExchangeRate::day)
		.thenComparing(ExchangeRate::recordedAt);

	/**
	 * Adds up what is in the currency, or has a rate into it. Each number is rounded
	 * once, at the end, to the minor unit, and what was pledged is the sum of what became
	 * of it; so the identity holds of converted sums too.
	 * @param rates gives the rate of a sum, or null; one into another currency is none
	 */
	ConvertedTotal of(String into, List<RatedTotal> totals, Function<RatedTotal, @Nullable ExchangeRate> rates) {
		Set<ExchangeRate> used = new HashSet<>();
		List<RatedTotal> unconverted = new ArrayList<>();
		List<Factor> converted = new ArrayList<>();
		for (RatedTotal total : totals) {
			ExchangeRate rate = rates.apply(total);
			if (total.currency().equals(into)) {
				converted.add(new Factor(total, BigDecimal.ONE));
			}
			else if (rate != null && rate.intoCurrency().equals(into)) {
				converted.add(new Factor(total, rate.rate()));
				used.add(rate);
			}
			else {
				unconverted.add(total);
			}
		}
		return new ConvertedTotal(this.rate, converted.stream().mapToLong(factor -> factor.total().pledges()).sum(),
				amounts(into, converted), unconverted, used.stream().sorted(BY_CURRENCY_AND_DAY).limit(SHOWN).toList());
	}

	private static PledgeAmounts amounts(String into, List<Factor> factors) {
		Function<Function<PledgeAmounts, BigDecimal>, BigDecimal> sum = of -> factors.stream()
			.map(factor -> of.apply(factor.total().amounts()).multiply(factor.rate()))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.setScale(Quantity.scale(PledgeUnit.CURRENCY, into), RoundingMode.HALF_EVEN);
		BigDecimal delivered = sum.apply(PledgeAmounts::delivered);
		BigDecimal cancelled = sum.apply(PledgeAmounts::cancelled);
		BigDecimal writtenOff = sum.apply(PledgeAmounts::writtenOff);
		BigDecimal outstanding = sum.apply(PledgeAmounts::outstanding);
		return new PledgeAmounts(PledgeUnit.CURRENCY, into, delivered.add(cancelled).add(writtenOff).add(outstanding),
				delivered, sum.apply(PledgeAmounts::overpaid), cancelled, writtenOff, outstanding,
				sum.apply(PledgeAmounts::overdue), sum.apply(PledgeAmounts::proposed),
				sum.apply(PledgeAmounts::conditional));
	}

	private record Factor(RatedTotal total, BigDecimal rate) {
	}

}
