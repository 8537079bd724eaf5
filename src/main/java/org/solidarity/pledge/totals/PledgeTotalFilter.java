package org.solidarity.pledge.totals;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.DateComparator;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/** Which pledges a sum is over; what is null filters nothing, and all must hold. */
public record PledgeTotalFilter(@Nullable EnumComparator<PledgeType> type, @Nullable PledgeUnit unit,
		@Nullable TextComparator currency, @Nullable DateComparator month, @Nullable TextComparator purpose,
		@Nullable TextComparator region, @Nullable Boolean ofMembers) {

	/** Filters nothing. */
	static final PledgeTotalFilter NONE = new PledgeTotalFilter(null, null, null, null, null, null, null);

}
