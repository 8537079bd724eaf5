package org.solidarity.action.participation;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.RsvpStatus;

/** Recording who was asked to an action, or what they answered. */
interface Rsvp {

	record Input(String idempotencyKey, NodeId actionId, @Nullable NodeId memberId, @Nullable NodeId onBehalfOfId,
			@Nullable NodeId shiftId, RsvpStatus answer, @Nullable Integer guests) {

		void check() {
			Guests.check(new Checks(), this.guests, this.answer).done();
		}

		int guestsOrNone() {
			return this.guests == null ? 0 : this.guests;
		}

	}

	record Payload(Participation participation) {
	}

}
