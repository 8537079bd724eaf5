package org.solidarity.action.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * An address at which a calendar program reads what an account may see of actions.
 *
 * @param campaignId null for the actions of all campaigns
 */
record CalendarFeed(UUID id, UUID accountId, @Nullable UUID campaignId, Instant openedAt,
		@Nullable Instant closedAt) implements Node {

	static final String PREFIX = "cal";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
