package org.solidarity.member.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.MembershipRole;

/** Recording what a person is in a body, or what a wrong record should have said. */
interface AddMembership {

	record Input(@Nullable String idempotencyKey, NodeId memberId, NodeId bodyId, MembershipRole role,
			@Nullable NodeId onBehalfOfId, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable NodeId correctsId) {

		void check() {
			new Checks().that(Days.sane(this.from), UserError.Code.OUT_OF_RANGE, "from" + Days.ALLOWED, "input", "from")
				.that(Days.sane(this.to), UserError.Code.OUT_OF_RANGE, "to" + Days.ALLOWED, "input", "to")
				.that(this.from == null || this.to == null || !this.to.isBefore(this.from), UserError.Code.OUT_OF_RANGE,
						"to lies before from.", "input", "to")
				.done();
		}

	}

	record Payload(Membership membership, Member member) {
	}

}
