package org.solidarity.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/** A body that a partner group speaks for and may submit for. */
public record PartnerBodyGrant(UUID id, UUID bodyId, Instant grantedAt, @Nullable Instant revokedAt) implements Node {

	static final String PREFIX = "pgr";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
