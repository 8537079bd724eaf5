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

	record Input(NodeId action, String nonce, @Nullable NodeId participation, @Nullable NodeId member,
			@Nullable NodeId onBehalfOf, @Nullable NodeId shift, @Nullable Integer guests, @Nullable Instant at) {

		void check(Instant now) {
			Guests.check(new Checks(), this.guests)
				.that(this.nonce.length() >= 8 && this.nonce.length() <= 100, UserError.Code.OUT_OF_RANGE,
						"nonce has not 8 to 100 characters.", "input", "nonce")
				.that(this.participation == null
						|| (this.member == null && this.onBehalfOf == null && this.shift == null),
						UserError.Code.INVALID,
						"participation says who it is; leave out member, onBehalfOf and shift with it.", "input",
						"participation")
				.that(this.at == null
						|| (!this.at.isAfter(now.plus(SKEW)) && this.at.isAfter(Instant.parse("1800-01-01T00:00:00Z"))),
						UserError.Code.OUT_OF_RANGE, "at lies before 1800-01-01 or in the future.", "input", "at")
				.done();
		}

	}

	record Payload(Participation participation) {
	}

}
