package org.solidarity.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.InstantComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.Visibility;

/** Which bodies a list shows; what is null filters nothing. */
public record BodyFilter(@Nullable List<BodyFilter> and, @Nullable List<BodyFilter> or, @Nullable BodyFilter not,
		@Nullable EnumComparator<BodyKind> kind, @Nullable EnumComparator<BodyStatus> status,
		@Nullable EnumComparator<Visibility> visibility, @Nullable TextComparator name,
		@Nullable TextComparator acronym, @Nullable TextComparator country, @Nullable TextComparator region,
		@Nullable TextComparator city, @Nullable TextComparator language, @Nullable Related parent,
		@Nullable Above ancestor, @Nullable Related affiliatedTo, @Nullable Identified identifier,
		@Nullable Boolean hasMemberCount, @Nullable InstantComparator createdAt,
		@Nullable InstantComparator updatedAt) {

	/** A body that it is in relation with on a day, today where none is given. */
	public record Related(@Nullable NodeId id, @Nullable LocalDate at, @Nullable BodyFilter matching) {
	}

	/** A body that it lies below on a day, today where none is given. */
	public record Above(NodeId id, @Nullable LocalDate at) {
	}

	/** An identifier that it has, verified or not, ended or not. */
	public record Identified(String scheme, @Nullable String value) {
	}

}
