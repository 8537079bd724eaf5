package org.solidarity.pledge.turnout;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body promised to bring to an action, and what became of it. What the viewer may
 * not know is null.
 *
 * @param pledged null where it promised nothing
 * @param shortfall null where it promised nothing, and before the action
 */
record TurnoutAccount(UUID bodyId, @Nullable Integer pledged, @Nullable Long accepted, @Nullable Long reconfirmed,
		@Nullable Long checkedIn, long headcount, @Nullable Long total, @Nullable Integer shortfall,
		@Nullable BigDecimal showRate) {
}
