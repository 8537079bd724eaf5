package org.solidarity.member.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.MembershipRole;

/**
 * What a person is in a body.
 *
 * @param from the first day; null since before anyone knows
 * @param to the first day that it no longer holds; null where it holds on
 */
record Membership(UUID id, UUID personId, UUID bodyId, MembershipRole role, @Nullable UUID onBehalfOfId,
		@Nullable LocalDate from, @Nullable LocalDate to, Instant recordedAt) implements Node {

	static final String PREFIX = "mbs";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
