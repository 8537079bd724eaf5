package org.solidarity.pledge.totals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.PledgeType;

/**
 * A sum of pledges in one unit and currency; what it is not grouped by is null.
 *
 * @param month the first day of the month in which they were pledged
 */
public record PledgeTotal(@Nullable PledgeType type, @Nullable UUID bodyId, @Nullable LocalDate month,
		@Nullable String region, @Nullable String purpose, long pledges, PledgeAmounts amounts) {
}
