package org.solidarity.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.CampaignStatus;

/** Which campaigns a list shows; what is null filters nothing. */
public record CampaignFilter(@Nullable List<CampaignFilter> and, @Nullable List<CampaignFilter> or,
		@Nullable CampaignFilter not, @Nullable EnumComparator<CampaignStatus> status, @Nullable TextComparator name) {

}
