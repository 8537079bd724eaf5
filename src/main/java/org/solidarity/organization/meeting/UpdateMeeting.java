package org.solidarity.organization.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.MeetingKind;
import org.springframework.graphql.data.ArgumentValue;

/** Correcting or moving a meeting. */
interface UpdateMeeting {

	record Input(NodeId id, int expectedVersion, ArgumentValue<MeetingKind> kind, ArgumentValue<LocalDate> date,
			ArgumentValue<String> place, ArgumentValue<LocalDate> resolutionDeadline, ArgumentValue<Integer> quorum) {

		MeetingFacts over(Meeting meeting) {
			return new MeetingFacts(either(this.kind, meeting.kind()), either(this.date, meeting.date()),
					either(this.place, meeting.place()), either(this.resolutionDeadline, meeting.resolutionDeadline()),
					either(this.quorum, meeting.quorum()));
		}

		private static <T> @Nullable T either(ArgumentValue<T> said, @Nullable T before) {
			return said.isOmitted() ? before : said.value();
		}

	}

	record Payload(Meeting meeting) {
	}

}
