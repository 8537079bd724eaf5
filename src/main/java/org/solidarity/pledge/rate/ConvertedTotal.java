package org.solidarity.pledge.rate;

import java.util.List;
import org.solidarity.pledge.totals.PledgeAmounts;
import org.solidarity.pledge.totals.RatedTotal;

/**
 * Money in one currency.
 *
 * @param unconverted what is not in it, as there was no rate for it
 * @param rates those that were used
 */
record ConvertedTotal(PledgeRate rate, long pledges, PledgeAmounts amounts, List<RatedTotal> unconverted,
		List<ExchangeRate> rates) {
}
