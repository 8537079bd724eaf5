package org.solidarity.action.turnout;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many answered and came to an action. What the viewer may not know is null.
 *
 * @param headcount those who were counted without names, with whichever body
 * @param crowd all who were there, counted as a whole; null where nobody did
 */
record Turnout(UUID actionId, RsvpCounts rsvps, @Nullable Long checkedIn, @Nullable Long noShows, long headcount,
		@Nullable Long crowd, @Nullable Long total, @Nullable BigDecimal showRate) {
}
