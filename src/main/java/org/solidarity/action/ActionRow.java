package org.solidarity.action;

import static org.solidarity.platform.jooq.Tables.ACTION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;

/** An action as its table holds it. */
final class ActionRow {

	static final List<Field<?>> FIELDS = List.of(ACTION.ID, ACTION.CAMPAIGN_ID, ACTION.KIND, ACTION.TITLE,
			ACTION.DESCRIPTION, ACTION.INSTRUCTIONS, ACTION.START_DATE, ACTION.START_TIME, ACTION.END_DATE,
			ACTION.END_TIME, ACTION.TIME_ZONE, ACTION.PLACE, ACTION.CITY, ACTION.REGION, ACTION.COUNTRY,
			ACTION.LATITUDE, ACTION.LONGITUDE, ACTION.PLACE_PUBLIC, ACTION.ACCESSIBILITY, ACTION.STATUS,
			ACTION.CANCELLED_BECAUSE, ACTION.HOST_ID, ACTION.CAPACITY, ACTION.SOURCE_URL, ACTION.VISIBILITY,
			ACTION.REPEATS_ID, ACTION.VERSION, ACTION.UPDATED_AT);

	private ActionRow() {
	}

	/**
	 * A partner group is told no instructions, and of a place that is not public only the
	 * region.
	 */
	static Action action(Viewer viewer, Record row) {
		boolean told = !viewer.is(Role.PARTNER);
		var schedule = new Schedule(row.get(ACTION.START_DATE), row.get(ACTION.START_TIME), row.get(ACTION.END_DATE),
				row.get(ACTION.END_TIME), row.get(ACTION.TIME_ZONE));
		var place = new Place(row.get(ACTION.PLACE), row.get(ACTION.CITY), row.get(ACTION.REGION),
				row.get(ACTION.COUNTRY), row.get(ACTION.LATITUDE), row.get(ACTION.LONGITUDE));
		return new Action(row.get(ACTION.ID), row.get(ACTION.CAMPAIGN_ID), row.get(ACTION.KIND), row.get(ACTION.TITLE),
				row.get(ACTION.DESCRIPTION), told ? row.get(ACTION.INSTRUCTIONS) : null, schedule,
				told || row.get(ACTION.PLACE_PUBLIC) ? place : place.withheld(), row.get(ACTION.PLACE_PUBLIC),
				row.get(ACTION.ACCESSIBILITY), row.get(ACTION.STATUS), row.get(ACTION.CANCELLED_BECAUSE),
				row.get(ACTION.HOST_ID), row.get(ACTION.CAPACITY), row.get(ACTION.SOURCE_URL),
				row.get(ACTION.VISIBILITY), row.get(ACTION.REPEATS_ID), row.get(ACTION.VERSION),
				row.get(ACTION.UPDATED_AT));
	}

	static Map<Field<?>, Object> values(Details details) {
		Map<Field<?>, Object> values = new HashMap<>();
		values.put(ACTION.KIND, details.kind());
		values.put(ACTION.TITLE, details.title());
		values.put(ACTION.DESCRIPTION, details.description());
		values.put(ACTION.INSTRUCTIONS, details.instructions());
		values.put(ACTION.START_DATE, details.schedule().startDate());
		values.put(ACTION.START_TIME, details.schedule().startTime());
		values.put(ACTION.END_DATE, details.schedule().endDate());
		values.put(ACTION.END_TIME, details.schedule().endTime());
		values.put(ACTION.TIME_ZONE, details.schedule().timeZone());
		values.put(ACTION.STARTS_AT, details.schedule().startsAt());
		values.put(ACTION.ENDS_AT, details.schedule().endsAt());
		values.put(ACTION.PLACE, details.place().name());
		values.put(ACTION.CITY, details.place().city());
		values.put(ACTION.REGION, details.place().region());
		values.put(ACTION.COUNTRY, details.place().country());
		values.put(ACTION.LATITUDE, details.place().latitude());
		values.put(ACTION.LONGITUDE, details.place().longitude());
		values.put(ACTION.PLACE_PUBLIC, details.placePublic());
		values.put(ACTION.ACCESSIBILITY, details.accessibility());
		values.put(ACTION.CAPACITY, details.capacity());
		values.put(ACTION.SOURCE_URL, details.sourceUrl());
		values.put(ACTION.VISIBILITY, details.visibility());
		return values;
	}

}
