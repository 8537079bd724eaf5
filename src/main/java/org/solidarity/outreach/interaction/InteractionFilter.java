package org.solidarity.outreach.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.AccountComparator;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.InstantComparator;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;

/** Which interactions a list shows; what is null filters nothing. */
record InteractionFilter(@Nullable List<InteractionFilter> and, @Nullable List<InteractionFilter> or,
		@Nullable InteractionFilter not, @Nullable NodeId campaignId, @Nullable NodeId bodyId,
		@Nullable NodeId memberId, @Nullable EnumComparator<InteractionChannel> channel,
		@Nullable InteractionDirection direction, @Nullable EnumComparator<InteractionOutcome> outcome,
		@Nullable Boolean reached, @Nullable InstantComparator at, @Nullable AccountComparator by,
		@Nullable InstantComparator callBackAfter, @Nullable Boolean actionOpen) {
}
