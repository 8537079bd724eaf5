package org.solidarity.pledge.totals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money in one currency.
 *
 * @param bookedRateId the rate that was booked with the pledges in it, where sums are
 * told apart by it
 */
public record RatedTotal(String currency, @Nullable UUID bookedRateId, long pledges, PledgeAmounts amounts) {
}
