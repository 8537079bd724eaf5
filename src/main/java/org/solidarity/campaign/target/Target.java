package org.solidarity.campaign.target;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A body that a campaign asks.
 *
 * @param priority 1, to be asked first, to 5
 * @param ownerId the account that sees to it
 */
record Target(UUID id, UUID campaignId, UUID bodyId, int priority, @Nullable UUID ownerId, @Nullable String ask,
		int version) implements Node {

	static final String PREFIX = "tgt";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
