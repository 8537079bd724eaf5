package org.solidarity.action.checkin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Giving whoever stands at the door a code to check people in with. */
interface IssueCheckInCode {

	Duration SHORTEST = Duration.ofMinutes(1);

	Duration LONGEST = Duration.ofHours(24);

	record Input(String idempotencyKey, NodeId actionId, Instant expiresAt, @Nullable Boolean walkIns) {

		void check(Instant now) {
			new Checks()
				.that(!this.expiresAt.isBefore(now.plus(SHORTEST)) && !this.expiresAt.isAfter(now.plus(LONGEST)),
						UserError.Code.OUT_OF_RANGE, "expiresAt is not 1 minute to 24 hours from now.", "input",
						"expiresAt")
				.done();
		}

	}

	record Payload(CheckInCode checkInCode, String code) {

		/** Without the code, which must not reach a log. */
		@Override
		public String toString() {
			return "IssueCheckInCode[" + this.checkInCode + "]";
		}

	}

}
