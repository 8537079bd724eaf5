package org.solidarity.pledge.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.solidarity.pledge.totals.PledgeAmounts;
import org.solidarity.pledge.totals.RatedTotal;

/**
 * Whatever is converted, the identity holds, and nothing is lost or taken at a rate that
 * is not there.
 */
class ConversionProperties {

	private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD", "CLF");

	@Property(tries = 300)
	void whatIsConvertedKeepsTheIdentityAndTheRestIsListed(
			@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 4) Integer> currencies,
			@ForAll @Size(24) List<@LongRange(min = 0, max = 9_999_999) Long> numbers,
			@ForAll @Size(6) List<@LongRange(min = 0, max = 5_000_000) Long> rates,
			@ForAll @IntRange(max = 4) int into) {
		String target = CURRENCIES.get(into);
		List<RatedTotal> totals = new ArrayList<>();
		Map<RatedTotal, ExchangeRate> known = new HashMap<>();
		BigDecimal[] exact = new BigDecimal[4];
		Arrays.fill(exact, BigDecimal.ZERO);
		for (int i = 0; i < currencies.size(); i++) {
			String currency = CURRENCIES.get(currencies.get(i));
			int scale = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
			BigDecimal[] parts = new BigDecimal[4];
			for (int j = 0; j < 4; j++) {
				parts[j] = BigDecimal.valueOf(numbers.get(i * 4 + j), scale);
			}
			BigDecimal pledged = parts[0].add(parts[1]).add(parts[2]).add(parts[3]);
			var total = new RatedTotal(currency, new UUID(0, i), 1, new PledgeAmounts(PledgeUnit.CURRENCY, currency,
					pledged, parts[0], parts[1], parts[1], parts[2], parts[3], parts[3], parts[0], parts[2]));
			totals.add(total);
			BigDecimal rate = BigDecimal.valueOf(rates.get(i), 4);
			if (rate.signum() > 0) {
				known.put(total, new ExchangeRate(new UUID(1, i), currency, target, rate, LocalDate.EPOCH, "test",
						Instant.EPOCH));
			}
			BigDecimal factor = currency.equals(target) ? BigDecimal.ONE : rate;
			for (int j = 0; j < 4; j++) {
				exact[j] = exact[j].add(parts[j].multiply(factor));
			}
		}
		var converted = new Conversion(PledgeRate.BOOKED, Moment.NOW, null).of(target, totals, known::get);
		var amounts = converted.amounts();
		int scale = java.util.Currency.getInstance(target).getDefaultFractionDigits();
		for (int j = 0; j < 4; j++) {
			exact[j] = exact[j].setScale(scale, RoundingMode.HALF_EVEN);
		}
		assertThat(amounts).isEqualTo(
				new PledgeAmounts(PledgeUnit.CURRENCY, target, exact[0].add(exact[1]).add(exact[2]).add(exact[3]),
						exact[0], exact[1], exact[1], exact[2], exact[3], exact[3], exact[0], exact[2]));
		assertThat(converted.unconverted()).containsExactlyElementsOf(totals.stream()
			.filter(total -> !total.currency().equals(target) && !known.containsKey(total))
			.toList());
		assertThat(converted.pledges() + converted.unconverted().size()).isEqualTo(totals.size());
	}

}
