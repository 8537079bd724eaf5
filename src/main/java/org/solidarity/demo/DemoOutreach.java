package org.solidarity.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/** Invented contacts with the invented bodies, and what is to be done about them. */
@Component
class DemoOutreach {

	private final DemoApi api;

	private final Days days;

	DemoOutreach(DemoApi api, Days days) {
		this.api = api;
		this.days = days;
	}

	/**
	 * @param people the accounts by their roles
	 */
	void load(Map<String, String> campaigns, Map<String, String> bodies, Map<String, String> people) {
		for (Row row : Sheet.read("demo_tags").rows()) {
			tag(row, campaigns, bodies);
		}
		Map<String, Row> places = Sheet.read("campaigns").by("key");
		int key = 0;
		for (Row row : Sheet.read("demo_interactions").rows()) {
			Map<String, @Nullable Object> input = about(row, campaigns, bodies);
			input.put("idempotencyKey", "demo-interaction-" + key++);
			var zone = ZoneId.of(Objects.requireNonNull(places.get(row.get("campaign_key"))).get("time_zone"));
			input.put("at", moment(row.get("day"), row.get("time"), zone));
			for (String field : List.of("channel", "direction", "outcome")) {
				input.put(field, row.get(field));
			}
			input.put("callBackAfter",
					row.get("call_back_after").isEmpty() ? null : moment(row.get("call_back_after"), "12:00", zone));
			input.put("notes", row.optional("notes"));
			input.put("actionNeeded", row.optional("action_needed"));
			input.put("actionTaken", row.optional("action_taken"));
			this.api.record("recordInteraction", "", input);
		}
		for (Row row : Sheet.read("demo_tasks").rows()) {
			task(row, about(row, campaigns, bodies), people);
		}
		this.api.record("createMeetingReminders", "", Map.of("campaignId",
				Objects.requireNonNull(campaigns.get("demo-migrant-solidarity")), "withinDays", 30, "daysBefore", 7));
	}

	private void tag(Row row, Map<String, String> campaigns, Map<String, String> bodies) {
		Map<String, Object> input = new HashMap<>();
		input.put("campaignId", campaigns.get(row.get("campaign_key")));
		input.put("label", row.get("label"));
		input.put("colour", row.optional("colour"));
		String tag = this.api.record("createTag", "tag { id }", input).at("/tag/id").asString();
		this.api.record("tagBodies", "",
				Map.of("tagId", tag, "bodyIds", Stream.of(row.get("body_keys").split(";")).map(bodies::get).toList()));
	}

	private void task(Row row, Map<String, @Nullable Object> input, Map<String, String> people) {
		input.put("subject", row.get("subject"));
		input.put("assigneeId", people.get(row.get("assignee")));
		input.put("dueOn", this.days.day(row.get("due")));
		var task = this.api.record("createTask", "task { id version }", input).get("task");
		if (row.get("state").equals("COMPLETED")) {
			this.api.record("completeTask", "",
					Map.of("id", task.get("id").asString(), "expectedVersion", task.get("version").asInt()));
		}
	}

	private static Map<String, @Nullable Object> about(Row row, Map<String, String> campaigns,
			Map<String, String> bodies) {
		Map<String, @Nullable Object> input = new HashMap<>();
		input.put("campaignId", campaigns.get(row.get("campaign_key")));
		input.put("bodyId", bodies.get(row.get("body_key")));
		return input;
	}

	private String moment(String day, String time, ZoneId zone) {
		return LocalDate.parse(Objects.requireNonNull(this.days.day(day)))
			.atTime(LocalTime.parse(time))
			.atZone(zone)
			.toInstant()
			.toString();
	}

}
