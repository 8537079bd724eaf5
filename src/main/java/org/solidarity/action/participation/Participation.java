package org.solidarity.action.participation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.RsvpStatus;

/**
 * A person, or someone without a name, at an action on behalf of a body: what was said
 * before, and what came of it.
 *
 * @param controllerId whose record it is
 * @param personId null where there is no name
 * @param outcome null where nothing is known, which is not absence
 */
record Participation(UUID id, UUID controllerId, UUID actionId, @Nullable UUID personId, UUID bodyId,
		@Nullable UUID shiftId, RsvpStatus rsvp, Instant rsvpAt, @Nullable Instant reconfirmedAt,
		@Nullable ParticipationOutcome outcome, int guests, @Nullable Instant checkedInAt,
		int version) implements Node {

	static final String PREFIX = "par";

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** The seats that it takes. */
	int seats() {
		return this.rsvp == RsvpStatus.ACCEPTED ? 1 + this.guests : 0;
	}

}
