package org.solidarity.campaign.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/** What of a campaign a partner group may see. */
record CampaignShare(UUID id, UUID campaignId, UUID groupId, boolean endorsements, boolean pledgeTotals,
		boolean actions, Instant grantedAt, @Nullable Instant revokedAt) implements Node {

	static final String PREFIX = "shr";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
