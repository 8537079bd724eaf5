package org.solidarity.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A body, with its subtree, that a coordinator works for.
 *
 * @param withMembers whether the person rows that it controls come with it
 */
public record BodyGrant(UUID id, UUID bodyId, boolean withMembers, Instant grantedAt,
		@Nullable Instant revokedAt) implements Node {

	static final String PREFIX = "gra";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
