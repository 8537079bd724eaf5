package org.solidarity.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.AccountStatus;
import org.solidarity.platform.jooq.enums.Role;

/**
 * A person who signs in.
 *
 * @param email null where the viewer is neither this person nor an administrator
 */
public record Account(UUID id, @Nullable String email, String name, Role role, AccountStatus status,
		@Nullable Instant lastSignInAt, Instant createdAt, int version) implements Node {

	public static final String PREFIX = "acc";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
