package org.solidarity.endorsement.forwarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.ForwardingRecipient;

/**
 * That a body sent its text on. It is no endorsement by whoever received it.
 *
 * @param bodyId who received it; null for an official
 * @param office who received it; null for a body
 * @param forwardedOn null where the day is not known
 * @param resultId the proceeding that came of it; null where none is known
 * @param retraction null while it stands
 */
record Forwarding(UUID id, UUID proceedingId, ForwardingRecipient recipient, @Nullable UUID bodyId,
		@Nullable String office, @Nullable LocalDate forwardedOn, Evidence evidence, @Nullable String sourceName,
		@Nullable String sourceUrl, @Nullable String note, @Nullable UUID resultId, @Nullable Retraction retraction,
		Instant recordedAt, @Nullable UUID recordedById) implements Node {

	static final String PREFIX = "fwd";

	/** That it did not happen as it was recorded, and why. */
	record Retraction(String reason, Instant recordedAt, @Nullable UUID recordedById) {
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

}
