package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/** Documented rallies with the sizes that their sources give, and invented actions. */
@Component
class DemoActions {

	private final DemoApi api;

	private final Days days;

	DemoActions(DemoApi api, Days days) {
		this.api = api;
		this.days = days;
	}

	/** Records them; the ids by the keys that the other files use. */
	Map<String, String> load(Map<String, String> campaigns, Map<String, String> bodies) {
		Map<String, String> ids = new HashMap<>();
		for (Row row : Sheet.read("actions").rows()) {
			var action = this.api.record("createAction", "action { id version }", input(row, campaigns, bodies))
				.get("action");
			String id = action.get("id").asString();
			ids.put(row.get("key"), id);
			Map<String, Object> which = Map.of("id", id, "expectedVersion", action.get("version").asInt());
			switch (row.get("status")) {
				case "CONFIRMED" -> this.api.record("confirmAction", "", which);
				case "CANCELLED" -> this.api.record("cancelAction", "", Map.of("id", id, "expectedVersion",
						action.get("version").asInt(), "reason", "Invented for the demo"));
				default -> {
				}
			}
		}
		headcounts(ids, bodies);
		return ids;
	}

	private Map<String, Object> input(Row row, Map<String, String> campaigns, Map<String, String> bodies) {
		Map<String, Object> place = new HashMap<>();
		place.put("name", row.optional("place"));
		if (!row.get("latitude").isEmpty()) {
			place.put("latitude", Double.valueOf(row.get("latitude")));
			place.put("longitude", Double.valueOf(row.get("longitude")));
		}
		place.values().removeIf(Objects::isNull);
		var start = row.get("start").split(" ");
		Map<String, Object> schedule = new HashMap<>();
		schedule.put("startDate", this.days.day(start[0]));
		if (start.length > 1) {
			schedule.put("startTime", start[1]);
		}
		schedule.put("timeZone", row.get("time_zone"));
		Map<String, Object> input = new HashMap<>();
		input.put("campaignId", campaigns.get(row.get("campaign_key")));
		input.put("hostId", bodies.get(row.get("host_key")));
		input.put("kind", row.get("kind"));
		input.put("title", row.get("title"));
		input.put("description", row.optional("description"));
		input.put("schedule", schedule);
		input.put("place", place.isEmpty() ? null : place);
		input.put("placePublic", Boolean.valueOf(row.get("place_public")));
		input.put("sourceUrl", row.optional("source_url"));
		input.put("visibility", "PARTNER");
		return input;
	}

	private void headcounts(Map<String, String> actions, Map<String, String> bodies) {
		int key = 0;
		for (Row row : Sheet.read("headcounts").rows()) {
			Map<String, Object> input = new HashMap<>();
			input.put("idempotencyKey", "demo-headcount-" + key++);
			input.put("actionId", actions.get(row.get("action_key")));
			input.put("bodyId", row.get("body_key").isEmpty() ? null : bodies.get(row.get("body_key")));
			input.put("count", row.number("count"));
			input.put("low", row.number("low"));
			input.put("high", row.number("high"));
			input.put("method", row.get("method"));
			input.put("countedBy", row.get("counted_by"));
			input.put("source", row.get("source"));
			input.put("counts", Boolean.valueOf(row.get("counts")));
			this.api.record("recordHeadcount", "", input);
		}
	}

}
