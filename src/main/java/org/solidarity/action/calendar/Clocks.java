package org.solidarity.action.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * What the clocks of a time zone show from one moment to another, told change by change
 * and by the rules that this server itself goes by. The library has rules of its own,
 * which may be of another year.
 */
final class Clocks {

	private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

	private Clocks() {
	}

	static VTimeZone of(String zone, Instant first, Instant last) {
		ZoneRules rules = ZoneId.of(zone).getRules();
		var told = new VTimeZone();
		told.add(new TzId(zone));
		ZoneOffsetTransition change = rules.previousTransition(first.plusSeconds(1));
		if (change == null) {
			ZoneOffset offset = rules.getOffset(first);
			told.add(observance(new Standard(), ALWAYS, offset, offset));
			change = rules.nextTransition(first);
		}
		for (; change != null
				&& !change.getInstant().isAfter(last); change = rules.nextTransition(change.getInstant())) {
			told.add(observance(rules.isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard(),
					change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter()));
		}
		return told;
	}

	private static Observance observance(Observance told, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
		told.add(new DtStart<>(from));
		told.add(new TzOffsetFrom(before));
		told.add(new TzOffsetTo(after));
		return told;
	}

}
