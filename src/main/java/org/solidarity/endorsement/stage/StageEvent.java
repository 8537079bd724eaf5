package org.solidarity.endorsement.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Recommendation;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * Something that happened to a proceeding, or a later word about it.
 *
 * @param step its place in the history, from 1; a correction has that of what it corrects
 * @param corrects the event that it is a later word about
 * @param retracts whether it says that the event corrected did not happen
 * @param effectiveOn from when it counts
 * @param superseded whether a later word about the same step was recorded
 */
public record StageEvent(UUID id, UUID proceedingId, int step, @Nullable UUID corrects, boolean retracts,
		@Nullable String correctionReason, Stage stage, LocalDate effectiveOn, StageFacts facts, Instant recordedAt,
		boolean superseded) implements Node {

	public static final String PREFIX = "sta";

	@Override
	public String prefix() {
		return PREFIX;
	}

	public @Nullable LocalDate happenedOn() {
		return this.facts.happenedOn();
	}

	public DatePrecision precision() {
		return this.facts.precision();
	}

	public @Nullable String reason() {
		return this.facts.reason();
	}

	public Evidence evidence() {
		return this.facts.evidence();
	}

	public @Nullable String sourceName() {
		return this.facts.sourceName();
	}

	public @Nullable String sourceUrl() {
		return this.facts.sourceUrl();
	}

	public @Nullable DecisionBody decisionBody() {
		return this.facts.decisionBody();
	}

	public @Nullable String committee() {
		return this.facts.committee();
	}

	public @Nullable Recommendation recommendation() {
		return this.facts.recommendation();
	}

	public @Nullable String referredTo() {
		return this.facts.referredTo();
	}

}
