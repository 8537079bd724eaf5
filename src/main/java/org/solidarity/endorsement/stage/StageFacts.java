package org.solidarity.endorsement.stage;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Recommendation;

/** What is known of something that happened; which of it is needed, its stage says. */
record StageFacts(@Nullable LocalDate happenedOn, DatePrecision precision, @Nullable LocalDate effectiveOn,
		@Nullable String reason, Evidence evidence, @Nullable String sourceName, @Nullable String sourceUrl,
		@Nullable DecisionBody decisionBody, @Nullable String committee, @Nullable Recommendation recommendation,
		@Nullable UUID meetingId, @Nullable UUID adoptedTextId, @Nullable UUID overriddenBy,
		@Nullable UUID combinedInto, @Nullable String referredTo) {

	/** The first day on which it can have happened; null where that is unknown. */
	@Nullable LocalDate earliest() {
		return this.happenedOn == null ? null : switch (this.precision) {
			case MONTH -> this.happenedOn.withDayOfMonth(1);
			case YEAR -> this.happenedOn.withDayOfYear(1);
			case DAY, UNKNOWN -> this.happenedOn;
		};
	}

	/** The last day on which it can have happened; null where that is unknown. */
	@Nullable LocalDate latest() {
		return this.happenedOn == null ? null : switch (this.precision) {
			case MONTH -> this.happenedOn.with(TemporalAdjusters.lastDayOfMonth());
			case YEAR -> this.happenedOn.with(TemporalAdjusters.lastDayOfYear());
			case DAY, UNKNOWN -> this.happenedOn;
		};
	}

}
