package org.solidarity.organization.identifier;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/** What a registry or another system calls a body. */
record BodyIdentifier(UUID id, UUID bodyId, String scheme, String value, boolean verified, @Nullable LocalDate since,
		@Nullable LocalDate until, @Nullable String source) implements Node {

	static final String PREFIX = "bid";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
