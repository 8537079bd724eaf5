package org.solidarity.identity.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.TokenScope;

/**
 * What a partner group queries with; its secret is told once and kept as a hash.
 *
 * @param allowedAddresses the networks that may use it; any where empty
 * @param lastUsedAt to within a minute
 */
public record ApiToken(UUID id, UUID groupId, String name, List<TokenScope> scopes, List<String> allowedAddresses,
		Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt,
		@Nullable Instant revokedAt) implements Node {

	public static final String PREFIX = "tok";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
