package org.solidarity.action.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * What lets someone without an account check people in at one action for a while.
 *
 * @param walkIns whether also those who have no participation, on behalf of the host
 */
record CheckInCode(UUID id, UUID actionId, boolean walkIns, Instant issuedAt, UUID issuedBy, Instant expiresAt,
		@Nullable Instant revokedAt) implements Node {

	static final String PREFIX = "chk";

	/** How late a check-in may come that was made while the code was good. */
	static final Duration LATE = Duration.ofHours(72);

	/** How far a device's clock may be off. */
	static final Duration SKEW = Duration.ofMinutes(5);

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** Whether it was good at that moment, as a device tells it. */
	boolean wasGoodAt(Instant moment) {
		return !moment.isBefore(this.issuedAt.minus(SKEW)) && !moment.isAfter(this.expiresAt.plus(SKEW));
	}

}
