package org.solidarity.endorsement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Visibility;

/** Which proceedings a list shows; what is null filters nothing. */
record ProceedingFilter(@Nullable List<ProceedingFilter> and, @Nullable List<ProceedingFilter> or,
		@Nullable ProceedingFilter not, @Nullable StageComparator stage, @Nullable EnumComparator<BodyKind> kind,
		@Nullable TextComparator country, @Nullable TextComparator region, @Nullable LocalDate endorsedAt,
		@Nullable EvidenceComparator evidence, @Nullable EnumComparator<Visibility> visibility,
		@Nullable DayComparator meetingOn) {

	record EvidenceComparator(@Nullable Evidence eq, @Nullable Evidence gte) {
	}

	record DayComparator(@Nullable LocalDate gte, @Nullable LocalDate lt) {
	}

}
