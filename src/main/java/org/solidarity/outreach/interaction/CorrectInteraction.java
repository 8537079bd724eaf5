package org.solidarity.outreach.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;
import org.springframework.graphql.data.ArgumentValue;

/** A later word about a contact: what is omitted stays as it was told, null clears. */
interface CorrectInteraction {

	record Input(NodeId id, int expectedVersion, String correctionReason, ArgumentValue<InteractionChannel> channel,
			ArgumentValue<InteractionDirection> direction, ArgumentValue<Instant> at,
			ArgumentValue<InteractionOutcome> outcome, ArgumentValue<Instant> callBackAfter,
			ArgumentValue<String> notes, ArgumentValue<String> actionNeeded, ArgumentValue<String> actionTaken) {

		void check() {
			reason(this.correctionReason);
		}

		InteractionFacts onto(InteractionFacts old) {
			return new InteractionFacts(or(this.channel, old.channel()), or(this.direction, old.direction()),
					or(this.at, old.at()), or(this.outcome, old.outcome()), or(this.callBackAfter, old.callBackAfter()),
					or(this.notes, old.notes()), or(this.actionNeeded, old.actionNeeded()),
					or(this.actionTaken, old.actionTaken()));
		}

		private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
			return given.isOmitted() ? old : given.value();
		}

	}

	record Payload(Interaction interaction) {
	}

	/** That it did not happen, or not so that a correction could tell it. */
	record Retraction(NodeId id, int expectedVersion, String correctionReason) {

		void check() {
			reason(this.correctionReason);
		}

	}

	private static void reason(String reason) {
		new Checks().text(reason, 1_000, "input", "correctionReason").done();
	}

}
