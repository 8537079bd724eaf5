package org.solidarity.organization.meeting;

import static org.solidarity.platform.jooq.Tables.BODY_MEETING;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.jooq.enums.MeetingKind;

/** What its recorder says of a meeting. */
record MeetingFacts(@Nullable MeetingKind kind, @Nullable LocalDate date, @Nullable String place,
		@Nullable LocalDate resolutionDeadline, @Nullable Integer quorum) {

	void check() {
		new Checks().that(this.kind != null, Code.REQUIRED, "kind is empty; give one of MeetingKind.", "input", "kind")
			.that(this.date != null, Code.REQUIRED, "date is empty; give a day.", "input", "date")
			.day(this.date, "input", "date")
			.optionalText(this.place, 500, "input", "place")
			.day(this.resolutionDeadline, "input", "resolutionDeadline")
			.that(this.date == null || this.resolutionDeadline == null || !this.resolutionDeadline.isAfter(this.date),
					Code.OUT_OF_RANGE, "resolutionDeadline lies after date; allowed: " + this.date + " or earlier.",
					"input", "resolutionDeadline")
			.that(this.quorum == null || this.quorum > 0, Code.OUT_OF_RANGE,
					"quorum is " + this.quorum + "; allowed: 1 or more.", "input", "quorum")
			.done();
	}

	Map<Field<?>, @Nullable Object> values() {
		Map<Field<?>, @Nullable Object> values = new HashMap<>();
		values.put(BODY_MEETING.KIND, this.kind);
		values.put(BODY_MEETING.DATE, this.date);
		values.put(BODY_MEETING.PLACE, this.place == null || this.place.isBlank() ? null : this.place);
		values.put(BODY_MEETING.RESOLUTION_DEADLINE, this.resolutionDeadline);
		values.put(BODY_MEETING.QUORUM, this.quorum);
		return values;
	}

}
