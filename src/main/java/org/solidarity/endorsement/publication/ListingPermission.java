package org.solidarity.endorsement.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.ListingDecision;

/**
 * A body's word about itself in the public list.
 *
 * @param materialId about which quote or logo; null where it is about its name
 */
record ListingPermission(UUID id, UUID bodyId, @Nullable UUID materialId, ListingDecision decision, String givenBy,
		@Nullable String note, Instant recordedAt) {
}
