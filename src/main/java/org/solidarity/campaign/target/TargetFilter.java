package org.solidarity.campaign.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.DateComparator;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.IntComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;

/** Which targets a list shows; what is null filters nothing. */
record TargetFilter(@Nullable List<TargetFilter> and, @Nullable List<TargetFilter> or, @Nullable TargetFilter not,
		@Nullable OwnerComparator owner, @Nullable IntComparator priority, @Nullable EnumComparator<BodyKind> kind,
		@Nullable TextComparator region, @Nullable DateComparator followUpOn) {

}
