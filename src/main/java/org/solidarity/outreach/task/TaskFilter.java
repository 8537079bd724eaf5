package org.solidarity.outreach.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.AccountComparator;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.InstantComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.TaskSource;
import org.solidarity.platform.jooq.enums.TaskStatus;

/** Which tasks a list shows; what is null filters nothing. */
record TaskFilter(@Nullable List<TaskFilter> and, @Nullable List<TaskFilter> or, @Nullable TaskFilter not,
		@Nullable NodeId campaignId, @Nullable NodeId bodyId, @Nullable NodeId memberId, @Nullable NodeId meetingId,
		@Nullable AccountComparator assignee, @Nullable EnumComparator<TaskStatus> status,
		@Nullable EnumComparator<TaskSource> source, @Nullable Boolean overdue, @Nullable InstantComparator due,
		@Nullable TextComparator subject) {
}
