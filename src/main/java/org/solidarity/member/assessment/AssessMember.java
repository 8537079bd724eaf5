package org.solidarity.member.assessment;

import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Recording where a person stands in a campaign. */
interface AssessMember {

	record Input(@Nullable String idempotencyKey, NodeId memberId, NodeId campaignId, int rating, String basis) {

		void check() {
			new Checks()
				.that(this.rating >= 1 && this.rating <= 5, UserError.Code.OUT_OF_RANGE,
						"rating lies outside of 1 (leader) to 5 (opposed).", "input", "rating")
				.text(this.basis, 500, "input", "basis")
				.done();
		}

	}

	record Payload(Assessment assessment, Member member) {
	}

}
