package org.solidarity.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.DateComparator;
import org.solidarity.platform.filter.DecimalComparator;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.PledgeStatus;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/** Which pledges a list shows; what is null filters nothing. */
record PledgeFilter(@Nullable List<PledgeFilter> and, @Nullable List<PledgeFilter> or, @Nullable PledgeFilter not,
		@Nullable EnumComparator<PledgeType> type, @Nullable PledgeUnit unit, @Nullable TextComparator currency,
		@Nullable Boolean confirmed, @Nullable StatusComparator status, @Nullable Boolean overdue,
		@Nullable DateComparator due, @Nullable DecimalComparator amount, @Nullable EnumComparator<BodyKind> bodyKind,
		@Nullable TextComparator bodyRegion) {

	/**
	 * Its values are read one by one, which those of an {@link EnumComparator} cannot be.
	 */
	record StatusComparator(@Nullable PledgeStatus eq, @Nullable List<PledgeStatus> in) {
	}

}
