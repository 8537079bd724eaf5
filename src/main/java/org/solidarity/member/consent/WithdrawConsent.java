package org.solidarity.member.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.ConsentChannel;
import org.solidarity.platform.jooq.enums.ConsentPurpose;

/** Recording that a person does not agree to something, whether or not it did before. */
interface WithdrawConsent {

	record Input(String idempotencyKey, NodeId memberId, ConsentPurpose purpose, @Nullable NodeId recipientId,
			ConsentChannel channel, Instant at) {

		void check(Instant now) {
			Moments.check(new Checks(), this.at, now).done();
		}

	}

	record Payload(Consent consent, Member member) {
	}

}
