package org.solidarity.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.ActionStatus;

/** Which actions a list shows; what is null filters nothing. */
public record ActionFilter(@Nullable List<ActionFilter> and, @Nullable List<ActionFilter> or,
		@Nullable ActionFilter not, @Nullable KindComparator kind, @Nullable StatusComparator status,
		@Nullable StartComparator startsAt, @Nullable TextComparator title, @Nullable TextComparator country,
		@Nullable TextComparator region) {

	/** The actions that start at this moment or later. */
	public static ActionFilter startingFrom(Instant start) {
		return new ActionFilter(null, null, null, null, null, new StartComparator(start, null), null, null, null);
	}

	public record KindComparator(@Nullable ActionKind eq, @Nullable List<ActionKind> in) {
	}

	public record StatusComparator(@Nullable ActionStatus eq, @Nullable List<ActionStatus> in) {
	}

	public record StartComparator(@Nullable Instant gte, @Nullable Instant lt) {
	}

}
