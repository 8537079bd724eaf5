package org.solidarity.endorsement.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.EndorserMaterialKind;

/**
 * What a body said, or its sign, for the public list.
 *
 * @param permitted whether the last word about it was that it may be shown
 */
record EndorserMaterial(UUID id, UUID campaignId, UUID bodyId, EndorserMaterialKind kind, @Nullable String quote,
		@Nullable String speaker, @Nullable String language, @Nullable String mediaType,
		@Nullable String alternativeText, boolean permitted, Instant recordedAt) implements Node {

	static final String PREFIX = "enm";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
