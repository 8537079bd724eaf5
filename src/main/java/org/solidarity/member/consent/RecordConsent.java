package org.solidarity.member.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.ConsentBasis;
import org.solidarity.platform.jooq.enums.ConsentChannel;
import org.solidarity.platform.jooq.enums.ConsentPurpose;

/** Recording that a person agreed to something. */
interface RecordConsent {

	record Input(String idempotencyKey, NodeId memberId, ConsentPurpose purpose, @Nullable NodeId recipientId,
			ConsentBasis legalBasis, String wording, ConsentChannel channel, Instant at) {

		void check(Instant now) {
			Moments.check(new Checks().text(this.wording, 200, "input", "wording"), this.at, now).done();
		}

	}

	record Payload(Consent consent, Member member) {
	}

}
