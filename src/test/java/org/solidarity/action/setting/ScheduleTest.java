package org.solidarity.action.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Invalid;

class ScheduleTest {

	private static final String LOS_ANGELES = "America/Los_Angeles";

	@Test
	void nineInLosAngelesIsNineInWinterAndInSummer() {
		assertThat(at("2026-03-07", "09:00").startsAt()).isEqualTo(Instant.parse("2026-03-07T17:00:00Z"));
		assertThat(at("2026-03-08", "09:00").startsAt()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
		assertThat(at("2026-10-31", "09:00").startsAt()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
		assertThat(at("2026-11-01", "09:00").startsAt()).isEqualTo(Instant.parse("2026-11-01T17:00:00Z"));
	}

	@Test
	void aTimeThatTheClocksLeaveOutIsRefused() {
		check(at("2026-03-08", "01:59"));
		assertThatThrownBy(() -> check(at("2026-03-08", "02:30"))).isInstanceOf(Invalid.class)
			.hasMessageContaining("startTime is left out by the clocks");
		check(at("2026-03-08", "03:00"));
	}

	@Test
	void ofATimeThatTheClocksShowTwiceTheFirstIsMeant() {
		check(at("2026-11-01", "01:30"));
		assertThat(at("2026-11-01", "01:30").startsAt()).isEqualTo(Instant.parse("2026-11-01T08:30:00Z"));
	}

	@Test
	void aDayWithoutATimeBeginsAndEndsWithTheDay() {
		var day = new Schedule(LocalDate.parse("2025-06-09"), null, LocalDate.parse("2025-06-09"), null, LOS_ANGELES);
		check(day);
		assertThat(day.startsAt()).isEqualTo(Instant.parse("2025-06-09T07:00:00Z"));
		assertThat(day.endsAt()).isEqualTo(Instant.parse("2025-06-10T07:00:00Z"));
	}

	@Test
	void anEndBeforeTheStartAndAnUnknownZoneAreRefused() {
		assertThatThrownBy(() -> check(new Schedule(LocalDate.parse("2025-06-09"), LocalTime.parse("10:00"),
				LocalDate.parse("2025-06-09"), LocalTime.parse("09:00"), LOS_ANGELES)))
			.hasMessageContaining("lie before the start");
		assertThatThrownBy(() -> check(
				new Schedule(LocalDate.parse("2025-06-09"), null, null, LocalTime.parse("09:00"), "Mars/Olympus")))
			.hasMessageContaining("timeZone")
			.hasMessageContaining("endDate is absent");
	}

	@Property(tries = 300)
	void whatIsToldIsWhatTheClocksShow(@ForAll @IntRange(max = 36_000) int day,
			@ForAll @IntRange(max = 1_439) int minute, @ForAll @IntRange(max = 3) int zone) {
		var name = new String[] { LOS_ANGELES, "Europe/Madrid", "Asia/Kolkata", "Australia/Lord_Howe" }[zone];
		var date = LocalDate.ofEpochDay(day);
		var time = LocalTime.ofSecondOfDay(minute * 60L);
		Assume.that(!ZoneId.of(name).getRules().getValidOffsets(date.atTime(time)).isEmpty());
		var schedule = new Schedule(date, time, null, null, name);
		assertThat(schedule.startsAt().atZone(ZoneId.of(name)).toLocalDateTime()).isEqualTo(date.atTime(time));
	}

	private static Schedule at(String date, String time) {
		return new Schedule(LocalDate.parse(date), LocalTime.parse(time), null, null, LOS_ANGELES);
	}

	private static void check(Schedule schedule) {
		var checks = new Checks();
		schedule.check(checks);
		checks.done();
	}

}
