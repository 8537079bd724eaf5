package org.solidarity.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;

/** Which bodies a list shows; what is null filters nothing. */
public record BodyFilter(@Nullable List<BodyFilter> and, @Nullable List<BodyFilter> or, @Nullable BodyFilter not,
		@Nullable KindComparator kind, @Nullable TextComparator name, @Nullable TextComparator country,
		@Nullable TextComparator region) {

	public record KindComparator(@Nullable BodyKind eq, @Nullable List<BodyKind> in) {
	}

}
