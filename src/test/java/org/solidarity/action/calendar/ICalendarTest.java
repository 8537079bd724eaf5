package org.solidarity.action.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solidarity.action.Action;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.jooq.enums.Visibility;

/** The form that RFC 5545 demands. */
class ICalendarTest {

	private static final String LOS_ANGELES = "America/Los_Angeles";

	private static final Instant CHANGED = Instant.parse("2026-02-03T04:05:06.789Z");

	@Test
	void theWholeOfAnActionIsWrittenAsTheFormatDemands() {
		var action = new Action(UUID.fromString("01987654-3210-7abc-8def-0123456789ab"), UUID.randomUUID(),
				ActionKind.RALLY, "Rally; \"now\", \\ or\nnever", "Bring banners,\r\nand water\u0007", "Secret: gate 3",
				new Schedule(LocalDate.parse("2026-03-08"), LocalTime.parse("09:00"), LocalDate.parse("2026-03-08"),
						LocalTime.parse("11:30"), LOS_ANGELES),
				new Place("Grand Park", "Los Angeles", "US-CA", "US", 34.056, -118.246), true, null,
				ActionStatus.CANCELLED, "Rain", UUID.randomUUID(), null, "https://example.org/a,b;c",
				Visibility.PARTNER, null, 3, CHANGED);
		assertThat(ICalendar.of("Peace, now", List.of(action))).isEqualTo("""
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//Solidarity CRM//Actions//EN
				CALSCALE:GREGORIAN
				X-WR-CALNAME:Peace\\, now
				X-PUBLISHED-TTL:PT1H
				BEGIN:VTIMEZONE
				TZID:America/Los_Angeles
				BEGIN:DAYLIGHT
				DTSTART:20260308T020000
				TZOFFSETFROM:-0800
				TZOFFSETTO:-0700
				END:DAYLIGHT
				END:VTIMEZONE
				BEGIN:VEVENT
				UID:01987654-3210-7abc-8def-0123456789ab
				DTSTAMP:20260203T040506Z
				LAST-MODIFIED:20260203T040506Z
				SEQUENCE:2
				SUMMARY:Rally\\; "now"\\, \\\\ or\\nnever
				STATUS:CANCELLED
				CATEGORIES:RALLY
				CLASS:PRIVATE
				DTSTART;TZID=America/Los_Angeles:20260308T090000
				DTEND;TZID=America/Los_Angeles:20260308T113000
				LOCATION:Grand Park\\, Los Angeles\\, US-CA\\, US
				GEO:34.056;-118.246
				DESCRIPTION:Bring banners\\,\\nand water
				COMMENT:Rain
				URL:https://example.org/a,b;c
				END:VEVENT
				END:VCALENDAR
				""".replace("\n", "\r\n"));
	}

	@Test
	void nineInLosAngelesIsToldAsNineWithTheClocksOfThatDay() {
		var text = ICalendar.of("Year", List.of(at("2026-03-07", "09:00"), at("2026-03-08", "09:00"),
				at("2026-10-31", "09:00"), at("2026-11-01", "09:00")));
		assertThat(text.lines().filter(line -> line.startsWith("DTSTART;TZID"))).containsExactly(
				"DTSTART;TZID=America/Los_Angeles:20260307T090000", "DTSTART;TZID=America/Los_Angeles:20260308T090000",
				"DTSTART;TZID=America/Los_Angeles:20261031T090000", "DTSTART;TZID=America/Los_Angeles:20261101T090000");
		assertThat(text.replace("\r\n", " "))
			.contains("BEGIN:STANDARD DTSTART:20251102T020000 TZOFFSETFROM:-0700 TZOFFSETTO:-0800 END:STANDARD"
					+ " BEGIN:DAYLIGHT DTSTART:20260308T020000 TZOFFSETFROM:-0800 TZOFFSETTO:-0700 END:DAYLIGHT"
					+ " BEGIN:STANDARD DTSTART:20261101T020000 TZOFFSETFROM:-0700 TZOFFSETTO:-0800 END:STANDARD");
	}

	@Test
	void aDayWithoutATimeIsADayAndWhatHasNoEndHasNone() {
		assertThat(times(new Schedule(LocalDate.parse("2025-06-09"), null, LocalDate.parse("2025-06-10"),
				LocalTime.parse("12:00"), LOS_ANGELES)))
			.containsExactly("DTSTART;VALUE=DATE:20250609", "DTEND;VALUE=DATE:20250611");
		assertThat(times(new Schedule(LocalDate.parse("2025-06-09"), null, null, null, LOS_ANGELES)))
			.containsExactly("DTSTART;VALUE=DATE:20250609");
		assertThat(times(new Schedule(LocalDate.parse("2025-06-09"), LocalTime.parse("10:00"),
				LocalDate.parse("2025-06-09"), LocalTime.parse("10:00"), "Asia/Kolkata")))
			.containsExactly("DTSTART;TZID=Asia/Kolkata:20250609T100000");
		assertThat(times(new Schedule(LocalDate.parse("2025-06-09"), LocalTime.parse("10:00"),
				LocalDate.parse("2025-06-09"), null, "UTC")))
			.containsExactly("DTSTART:20250609T100000Z", "DTEND:20250610T000000Z");
	}

	@Test
	void aCalendarWithoutActionsIsOneStill() throws Exception {
		var parsed = new CalendarBuilder().build(new StringReader(ICalendar.of("None", List.of())));
		assertThat(parsed.validate().hasErrors()).isFalse();
		assertThat(parsed.getComponents("VEVENT")).isEmpty();
	}

	@Property(tries = 300)
	void whateverTheTitleAnotherProgramReadsItInLinesOf75Octets(@ForAll @StringLength(max = 300) String any)
			throws Exception {
		String title = "✊" + new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
			.replaceAll("[\\p{Cntrl}]", "") + "✊🏽 é".repeat(10);
		String text = ICalendar.of(title, List.of(action(title,
				new Schedule(LocalDate.parse("2026-03-08"), LocalTime.parse("09:00"), null, null, LOS_ANGELES))));
		assertThat(text).endsWith("END:VCALENDAR\r\n");
		assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(Arrays.stream(text.split("\r\n")))
			.allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75
					&& StandardCharsets.UTF_8.newEncoder().canEncode(line));
		var parsed = new CalendarBuilder().build(new StringReader(text));
		assertThat(parsed.validate().hasErrors()).isFalse();
		VEvent event = parsed.<VEvent>getComponents("VEVENT").getFirst();
		assertThat(event.getSummary().getValue()).isEqualTo(title);
	}

	private static List<String> times(Schedule schedule) {
		return ICalendar.of("One", List.of(action("x", schedule)))
			.lines()
			.dropWhile(line -> !line.equals("BEGIN:VEVENT"))
			.filter(line -> line.startsWith("DTSTART") || line.startsWith("DTEND"))
			.toList();
	}

	private static Action at(String date, @Nullable String time) {
		return action(date, new Schedule(LocalDate.parse(date), LocalTime.parse(time), null, null, LOS_ANGELES));
	}

	private static Action action(String title, Schedule schedule) {
		return new Action(UUID.randomUUID(), UUID.randomUUID(), ActionKind.RALLY, title, null, null, schedule,
				Place.UNKNOWN, false, null, ActionStatus.CONFIRMED, null, UUID.randomUUID(), null, null,
				Visibility.INTERNAL, null, 1, CHANGED);
	}

}
