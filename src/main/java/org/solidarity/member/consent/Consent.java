package org.solidarity.member.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.ConsentBasis;
import org.solidarity.platform.jooq.enums.ConsentChannel;
import org.solidarity.platform.jooq.enums.ConsentDecision;
import org.solidarity.platform.jooq.enums.ConsentPurpose;

/**
 * A row of the ledger of consents.
 *
 * @param recipientId the body that the person agreed, or no longer agrees, to; null for
 * the controller itself
 * @param current whether no later row of the same purpose and recipient stands against it
 */
record Consent(UUID id, ConsentPurpose purpose, @Nullable UUID recipientId, ConsentDecision decision,
		@Nullable ConsentBasis legalBasis, @Nullable String wording, ConsentChannel channel, Instant at,
		Instant recordedAt, boolean current) implements Node {

	static final String PREFIX = "cns";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
