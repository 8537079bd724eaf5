package org.solidarity.outreach.interaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.Subject;
import org.solidarity.outreach.callback.Contact;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;

/**
 * A contact with a body or a member, as one of its versions tells it.
 *
 * @param controllerId the body that controls the record of the member
 * @param byId the account that had the contact
 * @param recordedById the account that recorded this version
 */
record Interaction(UUID id, int version, UUID campaignId, @Nullable UUID bodyId, @Nullable UUID controllerId,
		@Nullable UUID memberId, InteractionChannel channel, InteractionDirection direction, Instant at,
		@Nullable UUID byId, InteractionOutcome outcome, boolean reached, @Nullable Instant callBackAfter,
		@Nullable String notes, @Nullable String actionNeeded, @Nullable String actionTaken, boolean retracted,
		@Nullable String correctionReason, Instant recordedAt, @Nullable UUID recordedById) implements Node {

	static final String PREFIX = "int";

	@Override
	public String prefix() {
		return PREFIX;
	}

	Subject subject() {
		return new Subject(this.bodyId, this.controllerId, this.memberId);
	}

	/** What counts of it for the tasks to call back. */
	Contact contact() {
		return new Contact(this.id, this.campaignId, subject(), this.at, this.reached && !this.retracted,
				this.retracted ? null : this.callBackAfter, this.byId);
	}

	InteractionFacts facts() {
		return new InteractionFacts(this.channel, this.direction, this.at, this.outcome, this.callBackAfter, this.notes,
				this.actionNeeded, this.actionTaken);
	}

}
