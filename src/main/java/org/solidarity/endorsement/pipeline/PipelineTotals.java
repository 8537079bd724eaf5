package org.solidarity.endorsement.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.Stage;

/** A campaign's pipeline, counted. */
record PipelineTotals(Counts all, int withoutProceeding, int withoutOwner, List<OfStage> byStage,
		List<OfOwner> byOwner) {

	static final PipelineTotals NONE = new PipelineTotals(Counts.NONE, 0, 0, List.of(), List.of());

	/** What the totals are asked for, on which day. */
	record Arguments(LocalDate day, int comingWithin, int stalledFor) {
	}

	/** How many targets there are, and how many of them need somebody. */
	record Counts(int targets, int endorsing, int covered, int overdue, int coming, int gaps, int stalled) {

		static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

	}

	/**
	 * @param stage null for those to whose proceeding nothing has happened, or that have
	 * none
	 */
	record OfStage(@Nullable Stage stage, int targets) {
	}

	record OfOwner(@Nullable UUID ownerId, Counts counts) {
	}

}
