package org.solidarity.action.turnout;

import org.jspecify.annotations.Nullable;

/**
 * How many gave which answer; those who accepted, are unsure or wait, with their guests.
 * What the viewer may not know is null.
 */
record RsvpCounts(@Nullable Long accepted, @Nullable Long tentative, @Nullable Long declined,
		@Nullable Long needsAction, @Nullable Long cancelled, @Nullable Long waitlisted, @Nullable Long reconfirmed) {
}
