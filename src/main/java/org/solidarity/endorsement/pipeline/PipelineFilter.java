package org.solidarity.endorsement.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.target.OwnerComparator;
import org.solidarity.endorsement.StageComparator;
import org.solidarity.platform.filter.DateComparator;
import org.solidarity.platform.filter.EnumComparator;
import org.solidarity.platform.filter.IntComparator;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.BodyKind;

/** Which entries of a pipeline a list shows; what is null filters nothing. */
record PipelineFilter(@Nullable List<PipelineFilter> and, @Nullable List<PipelineFilter> or,
		@Nullable PipelineFilter not, @Nullable StageComparator stage, @Nullable Boolean hasProceeding,
		@Nullable Boolean submitted, @Nullable Boolean endorsing, @Nullable Boolean covered, @Nullable Boolean gap,
		@Nullable OwnerComparator owner, @Nullable IntComparator priority, @Nullable EnumComparator<BodyKind> kind,
		@Nullable TextComparator country, @Nullable TextComparator region, @Nullable DateComparator followUpOn,
		@Nullable Boolean overdue, @Nullable Integer comingWithin, @Nullable Integer stalledFor) {
}
