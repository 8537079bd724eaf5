package org.solidarity.action.headcount;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.HeadcountMethod;

/**
 * A count of people without names. Counts that contradict each other stay side by side.
 *
 * @param bodyId with whom they came, and were not checked in; null for all who were there
 * @param counts whether it is the one that counts among those of the action and body
 */
record Headcount(UUID id, UUID actionId, @Nullable UUID bodyId, int count, @Nullable Integer low,
		@Nullable Integer high, HeadcountMethod method, String countedBy, @Nullable String source, Instant recordedAt,
		boolean counts) implements Node {

	static final String PREFIX = "hea";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
