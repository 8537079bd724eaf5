package org.solidarity.campaign.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/** That a person works on a campaign. */
record CampaignAssignment(UUID id, UUID campaignId, UUID accountId, Instant grantedAt,
		@Nullable Instant revokedAt) implements Node {

	static final String PREFIX = "cas";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
