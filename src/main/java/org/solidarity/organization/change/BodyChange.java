package org.solidarity.organization.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.BodyPart;

/** What one field of a body, or of a part of it, was before a change and after it. */
record BodyChange(UUID id, BodyPart part, String field, @Nullable String before, @Nullable String after, Instant at,
		@Nullable String by) implements Node {

	static final String PREFIX = "bch";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
