package org.solidarity.organization.name;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.BodyNameType;

/** A name of a body that is not the current one. */
record BodyName(UUID id, UUID bodyId, BodyNameType type, String name, @Nullable String language,
		@Nullable LocalDate since, @Nullable LocalDate until) implements Node {

	static final String PREFIX = "bnm";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
