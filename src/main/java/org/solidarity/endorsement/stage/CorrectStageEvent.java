package org.solidarity.endorsement.stage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Recommendation;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.graphql.data.ArgumentValue;

/**
 * A later word about something that happened: what is omitted stays as it was told, null
 * clears.
 */
interface CorrectStageEvent {

	record Input(@Nullable String idempotencyKey, NodeId eventId, int expectedVersion, String correctionReason,
			boolean retract, @Nullable Stage stage, ArgumentValue<LocalDate> happenedOn,
			@Nullable DatePrecision precision, ArgumentValue<LocalDate> effectiveOn, @Nullable Evidence evidence,
			ArgumentValue<String> sourceName, ArgumentValue<String> sourceUrl, ArgumentValue<String> reason,
			ArgumentValue<DecisionBody> decisionBody, ArgumentValue<String> committee,
			ArgumentValue<Recommendation> recommendation, ArgumentValue<NodeId> meetingId,
			ArgumentValue<NodeId> adoptedTextId, ArgumentValue<NodeId> overriddenById,
			ArgumentValue<NodeId> combinedIntoId, ArgumentValue<String> referredTo) {

		/**
		 * The facts as they are told now; another date has another day from which it
		 * counts.
		 */
		StageFacts onto(StageEvent old, StageReferences references) {
			StageFacts was = old.facts();
			boolean sameDate = this.happenedOn.isOmitted() && this.precision == null;
			return new StageFacts(or(this.happenedOn, was.happenedOn()),
					this.precision != null ? this.precision : was.precision(),
					or(this.effectiveOn, sameDate ? old.effectiveOn() : null), or(this.reason, was.reason()),
					this.evidence != null ? this.evidence : was.evidence(), or(this.sourceName, was.sourceName()),
					or(this.sourceUrl, was.sourceUrl()), or(this.decisionBody, was.decisionBody()),
					or(this.committee, was.committee()), or(this.recommendation, was.recommendation()),
					this.meetingId.isOmitted() ? was.meetingId() : references.meeting(this.meetingId.value()),
					this.adoptedTextId.isOmitted() ? was.adoptedTextId() : references.text(this.adoptedTextId.value()),
					this.overriddenById.isOmitted() ? was.overriddenBy() : references.body(this.overriddenById.value()),
					this.combinedIntoId.isOmitted() ? was.combinedInto()
							: references.proceeding(this.combinedIntoId.value()),
					or(this.referredTo, was.referredTo()));
		}

		private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
			return given.isOmitted() ? old : given.value();
		}

	}

}
