package org.solidarity.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.DateComparator;
import org.solidarity.platform.filter.DecimalComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.PledgeStatus;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/** Which pledges a list shows; what is null filters nothing. */
record PledgeFilter(@Nullable List<PledgeFilter> and, @Nullable List<PledgeFilter> or, @Nullable PledgeFilter not,
		@Nullable TypeComparator type, @Nullable PledgeUnit unit, @Nullable TextComparator currency,
		@Nullable Boolean confirmed, @Nullable StatusComparator status, @Nullable Boolean overdue,
		@Nullable DateComparator due, @Nullable DecimalComparator amount, @Nullable KindComparator bodyKind,
		@Nullable TextComparator bodyRegion) {

	record TypeComparator(@Nullable PledgeType eq, @Nullable List<PledgeType> in) {
	}

	record StatusComparator(@Nullable PledgeStatus eq, @Nullable List<PledgeStatus> in) {
	}

	record KindComparator(@Nullable BodyKind eq, @Nullable List<BodyKind> in) {
	}

}
