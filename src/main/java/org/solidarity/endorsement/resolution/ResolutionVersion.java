package org.solidarity.endorsement.resolution;

import java.time.Instant;
import java.util.UUID;
import org.solidarity.platform.Node;

/** One wording of a resolution in one language. */
public record ResolutionVersion(UUID id, UUID resolutionId, int number, String language, String title, String text,
		String contentHash, Instant recordedAt) implements Node {

	public static final String PREFIX = "rev";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
