package org.solidarity.endorsement.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * A file that belongs to a proceeding or to a resolution.
 *
 * @param retraction null while it stands
 */
record Attachment(UUID id, @Nullable UUID proceedingId, @Nullable UUID resolutionId, Visibility visibility, String name,
		String mediaType, int bytes, String sha256, @Nullable Retraction retraction, Instant recordedAt,
		@Nullable UUID recordedById) implements Node {

	static final String PREFIX = "att";

	/** That it should not be there, and why. */
	record Retraction(String reason, Instant recordedAt, @Nullable UUID recordedById) {
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** Where its bytes are, on this server. */
	public String path() {
		return AttachmentFileController.PATH + "/" + new NodeId(PREFIX, this.id);
	}

}
