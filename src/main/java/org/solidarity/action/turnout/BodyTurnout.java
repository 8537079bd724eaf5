package org.solidarity.action.turnout;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many answered and came to an action on behalf of a body. What the viewer may not
 * know is null.
 *
 * @param headcount those who came with the body and were counted without names
 */
record BodyTurnout(UUID bodyId, RsvpCounts rsvps, @Nullable Long checkedIn, @Nullable Long noShows, long headcount,
		@Nullable Long total, @Nullable BigDecimal showRate) {
}
