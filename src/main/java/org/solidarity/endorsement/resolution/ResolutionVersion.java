package org.solidarity.endorsement.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * One wording of a resolution in one language.
 *
 * @param madeFromId the template that was filled in; null where it was written by itself
 */
public record ResolutionVersion(UUID id, UUID resolutionId, int number, String language, String title, String text,
		String contentHash, @Nullable UUID madeFromId, Instant recordedAt) implements Node {

	public static final String PREFIX = "rev";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
