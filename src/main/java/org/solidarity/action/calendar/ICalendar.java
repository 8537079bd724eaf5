package org.solidarity.action.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.solidarity.action.Action;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * Actions as RFC 5545 writes them. Holds nothing of any person, and no instructions: what
 * a calendar program is given often lies on somebody else's server.
 */
final class ICalendar {

	private static final String UTC = "UTC";

	private static final int LONGEST_LINE = 75;

	private ICalendar() {
	}

	/** A calendar of this name; its lines end and are folded as the format demands. */
	static String of(String name, List<Action> actions) {
		var calendar = new Calendar();
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(new ProdId("-//Solidarity CRM//Actions//EN"));
		calendar.add(new CalScale(CalScale.VALUE_GREGORIAN));
		calendar.add(new XProperty("X-WR-CALNAME", plain(name)));
		calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
		var zones = new TreeMap<>(actions.stream()
			.map(Action::schedule)
			.filter(ICalendar::isOnClocks)
			.collect(Collectors.groupingBy(Schedule::timeZone)));
		zones.forEach((zone,
				schedules) -> calendar.add(Clocks.of(zone,
						schedules.stream().map(Schedule::startsAt).min(Instant::compareTo).orElseThrow(),
						schedules.stream()
							.map(schedule -> Objects.requireNonNullElse(schedule.endsAt(), schedule.startsAt()))
							.max(Instant::compareTo)
							.orElseThrow())));
		if (actions.isEmpty()) {
			calendar.add(Clocks.of(UTC, Instant.EPOCH, Instant.EPOCH));
		}
		actions.forEach(action -> calendar.add(event(action)));
		return folded(calendar.toString());
	}

	private static boolean isOnClocks(Schedule schedule) {
		return schedule.startTime() != null && !schedule.timeZone().equals(UTC);
	}

	private static VEvent event(Action action) {
		var event = new VEvent(false);
		event.add(new Uid(action.id().toString()));
		event.add(new DtStamp(action.updatedAt()));
		event.add(new LastModified(action.updatedAt()));
		event.add(new Sequence(action.version() - 1));
		event.add(new Summary(plain(action.title())));
		event.add(new Status(action.status().name()));
		event.add(new Categories(action.kind().name()));
		event.add(new Clazz(secrecy(action.visibility())));
		time(event, action.schedule());
		place(event, action.place());
		if (action.description() != null) {
			event.add(new Description(plain(action.description())));
		}
		if (action.cancelledBecause() != null) {
			event.add(new Comment(plain(action.cancelledBecause())));
		}
		if (action.sourceUrl() != null) {
			var url = new Url();
			url.setValue(action.sourceUrl());
			event.add(url);
		}
		return event;
	}

	private static String secrecy(Visibility visibility) {
		return switch (visibility) {
			case INTERNAL -> Clazz.VALUE_CONFIDENTIAL;
			case PARTNER -> Clazz.VALUE_PRIVATE;
			case PUBLIC -> Clazz.VALUE_PUBLIC;
		};
	}

	/** On the local clocks where there are any; an end that is no later is left out. */
	private static void time(VEvent event, Schedule schedule) {
		Instant end = schedule.endsAt();
		if (schedule.startTime() == null) {
			event.add(new DtStart<>(schedule.startDate()));
			LocalDate lastDay = schedule.endDate();
			if (lastDay != null) {
				event.add(new DtEnd<>(lastDay.plusDays(1)));
			}
		}
		else if (isOnClocks(schedule)) {
			ZoneId zone = ZoneId.of(schedule.timeZone());
			event.add(new DtStart<>(schedule.startsAt().atZone(zone)));
			if (end != null && end.isAfter(schedule.startsAt())) {
				event.add(new DtEnd<>(end.atZone(zone)));
			}
		}
		else {
			event.add(new DtStart<>(schedule.startsAt()));
			if (end != null && end.isAfter(schedule.startsAt())) {
				event.add(new DtEnd<>(end));
			}
		}
	}

	private static void place(VEvent event, Place place) {
		String named = Stream.of(place.name(), place.city(), place.region(), place.country())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		if (!named.isEmpty()) {
			event.add(new Location(plain(named)));
		}
		if (place.latitude() != null) {
			event.add(new Geo(place.latitude() + ";" + place.longitude()));
		}
	}

	/**
	 * Lines end in one way, and control characters, which the format forbids, are gone.
	 */
	private static String plain(String text) {
		return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
	}

	/**
	 * Breaks lines that are longer than 75 octets, between characters (RFC 5545, 3.1);
	 * the library counts characters, and parts some of them.
	 */
	private static String folded(String text) {
		var folded = new StringBuilder(text.length() + 100);
		int octets = 0;
		for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
			String character = Character.toString(text.codePointAt(at));
			int width = character.getBytes(StandardCharsets.UTF_8).length;
			if (character.equals("\r") || character.equals("\n")) {
				octets = 0;
			}
			else if (octets + width > LONGEST_LINE) {
				folded.append("\r\n ");
				octets = 1 + width;
			}
			else {
				octets += width;
			}
			folded.append(character);
		}
		return folded.toString();
	}

}
