package org.solidarity.organization.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.CountBasis;

/** How many members a body was said to have on a day. */
record MemberCount(UUID id, UUID bodyId, LocalDate asOf, int count, CountBasis basis, String source,
		Instant recordedAt) implements Node {

	static final String PREFIX = "bmc";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
