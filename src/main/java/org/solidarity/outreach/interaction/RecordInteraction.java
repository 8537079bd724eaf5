package org.solidarity.outreach.interaction;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;

/** Recording a contact with a body or a member. */
interface RecordInteraction {

	record Input(String idempotencyKey, NodeId campaignId, @Nullable NodeId bodyId, @Nullable NodeId memberId,
			InteractionChannel channel, InteractionDirection direction, @Nullable Instant at,
			InteractionOutcome outcome, @Nullable Instant callBackAfter, @Nullable String notes,
			@Nullable String actionNeeded, @Nullable String actionTaken) {

		InteractionFacts facts(Instant now) {
			return new InteractionFacts(this.channel, this.direction, Objects.requireNonNullElse(this.at, now),
					this.outcome, this.callBackAfter, this.notes, this.actionNeeded, this.actionTaken);
		}

		void check(Instant now) {
			new Checks()
				.that(this.bodyId != null || this.memberId != null, UserError.Code.REQUIRED,
						"bodyId and memberId are both absent; give one of them.", "input", "bodyId")
				.done();
			facts(now).check(now);
		}

	}

	record Payload(Interaction interaction) {
	}

}
