package org.solidarity.organization.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.MeetingKind;

/** Recording when a body will meet. */
interface ScheduleMeeting {

	record Input(@Nullable String idempotencyKey, NodeId bodyId, MeetingKind kind, LocalDate date,
			@Nullable String place, @Nullable LocalDate resolutionDeadline, @Nullable Integer quorum) {

		MeetingFacts facts() {
			return new MeetingFacts(this.kind, this.date, this.place, this.resolutionDeadline, this.quorum);
		}

	}

	record Payload(Meeting meeting) {
	}

}
