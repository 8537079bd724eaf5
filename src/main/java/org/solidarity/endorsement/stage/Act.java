package org.solidarity.endorsement.stage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Recommendation;

/**
 * An act that moves a proceeding. The schema has an input for each act; what the act's
 * own input lacks is null here.
 */
interface Act {

	/** When it happened, and how we know. */
	record Event(@Nullable LocalDate happenedOn, @Nullable DatePrecision precision, @Nullable LocalDate effectiveOn,
			Evidence evidence, @Nullable String sourceName, @Nullable String sourceUrl, @Nullable String reason) {

		DatePrecision precisely() {
			return this.precision != null ? this.precision : DatePrecision.DAY;
		}

	}

	record Input(@Nullable String idempotencyKey, NodeId proceedingId, int expectedVersion, Event event,
			@Nullable DecisionBody decisionBody, @Nullable String committee, @Nullable Recommendation recommendation,
			@Nullable NodeId meetingId, @Nullable Boolean asAmended, @Nullable NodeId adoptedTextId,
			@Nullable NodeId overriddenById, @Nullable NodeId combinedIntoId, @Nullable String referredTo) {
	}

	record Payload(Proceeding proceeding, StageEvent event) {
	}

}
