package org.solidarity.endorsement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Recommendation;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * One body handling one text in a campaign.
 *
 * @param stage where it stands today by what is known today; null where nothing has
 * happened yet. It and what follows up to the adopted text are what its stage events say.
 */
public record Proceeding(UUID id, UUID campaignId, UUID bodyId, @Nullable UUID resolutionId,
		@Nullable String identifier, @Nullable String sponsors, Visibility visibility, @Nullable Stage stage,
		@Nullable LocalDate stageSince, @Nullable Evidence evidence, @Nullable DecisionBody decisionBody,
		@Nullable String committee, @Nullable Recommendation recommendation, @Nullable UUID meetingId,
		@Nullable LocalDate meetingOn, @Nullable UUID adoptedTextId, int version) implements Node {

	public static final String PREFIX = "pro";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
