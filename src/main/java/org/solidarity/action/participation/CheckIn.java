package org.solidarity.action.participation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Recording that someone is at an action. */
interface CheckIn {

	/** How far ahead a device's clock may be. */
	Duration SKEW = Duration.ofMinutes(5);

	record Input(NodeId actionId, String nonce, @Nullable NodeId participationId, @Nullable NodeId memberId,
			@Nullable NodeId onBehalfOfId, @Nullable NodeId shiftId, @Nullable Integer guests, @Nullable Instant at) {

		void check(Instant now) {
			Guests.check(new Checks(), this.guests)
				.that(this.nonce.length() >= 8 && this.nonce.length() <= 100, UserError.Code.OUT_OF_RANGE,
						"nonce has not 8 to 100 characters.", "input", "nonce")
				.that(this.participationId == null
						|| (this.memberId == null && this.onBehalfOfId == null && this.shiftId == null),
						UserError.Code.INVALID,
						"participationId says who it is; leave out memberId, onBehalfOfId and shiftId with it.",
						"input", "participationId")
				.that(this.at == null
						|| (!this.at.isAfter(now.plus(SKEW)) && this.at.isAfter(Instant.parse("1800-01-01T00:00:00Z"))),
						UserError.Code.OUT_OF_RANGE, "at lies before 1800-01-01 or in the future.", "input", "at")
				.done();
		}

	}

	record Payload(Participation participation) {
	}

}
