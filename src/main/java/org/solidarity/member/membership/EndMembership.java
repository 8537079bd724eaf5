package org.solidarity.member.membership;

import java.time.LocalDate;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Recording when what a person was in a body came to its end. */
interface EndMembership {

	record Input(NodeId id, LocalDate to) {

		void check(Membership before) {
			new Checks().that(Days.sane(this.to), UserError.Code.OUT_OF_RANGE, "to" + Days.ALLOWED, "input", "to")
				.that(before.from() == null || !this.to.isBefore(before.from()), UserError.Code.OUT_OF_RANGE,
						"to lies before the membership began.", "input", "to")
				.that(before.to() == null, UserError.Code.MOVE_NOT_ALLOWED,
						"The membership has ended already; add one that corrects it.", "input", "id")
				.done();
		}

	}

	record Payload(Membership membership, Member member) {
	}

}
