package org.solidarity.action.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.RsvpStatus;
import org.springframework.graphql.data.ArgumentValue;

/** Recording another answer than before. */
interface ChangeRsvp {

	record Input(NodeId id, int expectedVersion, @Nullable RsvpStatus answer, @Nullable Integer guests,
			ArgumentValue<NodeId> shiftId) {

		void check() {
			Guests.check(new Checks(), this.guests, this.answer).done();
		}

		/** What is wanted now; who waits wants a seat. */
		RsvpStatus wanted(Participation before) {
			if (this.answer != null) {
				return this.answer;
			}
			return before.rsvp() == RsvpStatus.WAITLISTED ? RsvpStatus.ACCEPTED : before.rsvp();
		}

	}

	/**
	 * @param promoted who has got a seat by it and the viewer may see, in their order
	 * @param promotedCount how many those are whom the viewer may not see as well
	 */
	record Payload(Participation participation, List<Participation> promoted, int promotedCount) {
	}

}
