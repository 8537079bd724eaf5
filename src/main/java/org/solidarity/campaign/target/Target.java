package org.solidarity.campaign.target;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A body that a campaign asks.
 *
 * @param priority 1, to be asked first, to 5
 * @param ownerId the account that sees to it
 * @param followUpOn by when its owner means to be in touch again
 */
public record Target(UUID id, UUID campaignId, UUID bodyId, int priority, @Nullable UUID ownerId, @Nullable String ask,
		@Nullable LocalDate followUpOn, int version) implements Node {

	public static final String PREFIX = "tgt";

	/**
	 * Later than every day that is followed up on: where those without one are ordered.
	 */
	public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

	@Override
	public String prefix() {
		return PREFIX;
	}

}
