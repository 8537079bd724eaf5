package org.solidarity.outreach.tag;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A word that bodies are sorted by.
 *
 * @param campaignId null where it is for all campaigns
 * @param colour as in #1f77b4
 * @param retired whether it is offered no longer
 */
record Tag(UUID id, @Nullable UUID campaignId, String label, @Nullable String colour, boolean retired,
		Instant createdAt, int version) implements Node {

	static final String PREFIX = "tag";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
