package org.solidarity.organization.relation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.RelationType;

/** How one body stands to another, from when and until when. */
record BodyRelation(UUID id, UUID fromId, RelationType type, UUID toId, @Nullable LocalDate since,
		@Nullable LocalDate until, @Nullable String source) implements Node {

	static final String PREFIX = "brl";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
