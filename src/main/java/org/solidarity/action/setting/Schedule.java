package org.solidarity.action.setting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/**
 * When an action is, on the clocks of the place where it is: what is at 09:00 in Los
 * Angeles stays at 09:00, whatever becomes of daylight saving time.
 *
 * @param startTime null where only the day is known
 * @param endTime null where only the day is known, or nothing of the end
 */
public record Schedule(LocalDate startDate, @Nullable LocalTime startTime, @Nullable LocalDate endDate,
		@Nullable LocalTime endTime, String timeZone) {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

	/** The moment that it starts; of a day without a time, its first. */
	public Instant startsAt() {
		return this.startTime == null ? this.startDate.atStartOfDay(zone()).toInstant()
				: at(this.startDate, this.startTime);
	}

	/**
	 * The moment that it ends, of a day without a time the day's end; null where the end
	 * is not known.
	 */
	public @Nullable Instant endsAt() {
		if (this.endDate == null) {
			return null;
		}
		return this.endTime == null ? this.endDate.plusDays(1).atStartOfDay(zone()).toInstant()
				: at(this.endDate, this.endTime);
	}

	/** So many days later at the same time on the clocks. */
	public Schedule plusDays(int days) {
		return new Schedule(this.startDate.plusDays(days), this.startTime,
				this.endDate == null ? null : this.endDate.plusDays(days), this.endTime, this.timeZone);
	}

	public void check(Checks checks) {
		boolean zone = isTimeZone(this.timeZone);
		checks.that(zone, UserError.Code.INVALID,
				"timeZone is not known; allowed: a name of the IANA time zone database, such as America/Chicago, or UTC.",
				"input", "schedule", "timeZone");
		day(checks, this.startDate, "startDate");
		day(checks, this.endDate, "endDate");
		checks.that(this.endTime == null || this.endDate != null, UserError.Code.REQUIRED,
				"endDate is absent; give the day of endTime.", "input", "schedule", "endDate");
		if (zone) {
			time(checks, this.startDate, this.startTime, "startTime");
			time(checks, this.endDate, this.endTime, "endTime");
			Instant end = endsAt();
			checks.that(end == null || !end.isBefore(startsAt()), UserError.Code.OUT_OF_RANGE,
					"endDate and endTime lie before the start.", "input", "schedule", "endDate");
		}
	}

	private void time(Checks checks, @Nullable LocalDate date, @Nullable LocalTime time, String field) {
		boolean there = date == null || time == null
				|| !zone().getRules().getValidOffsets(LocalDateTime.of(date, time)).isEmpty();
		checks.that(there, UserError.Code.INVALID,
				field + " is left out by the clocks on that day, when they go forward; give a time before or after.",
				"input", "schedule", field);
	}

	private static void day(Checks checks, @Nullable LocalDate day, String field) {
		checks.that(day == null || (!day.isBefore(FIRST) && !day.isAfter(LAST)), UserError.Code.OUT_OF_RANGE,
				field + " lies outside of what is allowed: " + FIRST + " to " + LAST + ".", "input", "schedule", field);
	}

	private ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

	/**
	 * Of a time that the clocks show twice, the first, as in iCalendar (RFC 5545, 3.3.5).
	 */
	private Instant at(LocalDate date, LocalTime time) {
		return date.atTime(time).atZone(zone()).toInstant();
	}

	private static boolean isTimeZone(String name) {
		return name.equals("UTC") || (name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name));
	}

}
