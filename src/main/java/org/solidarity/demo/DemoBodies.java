package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/** The bodies of the demo, and all that is known of them. */
@Component
class DemoBodies {

	private final DemoApi api;

	private final Days days;

	DemoBodies(DemoApi api, Days days) {
		this.api = api;
		this.days = days;
	}

	/**
	 * The ids of what was recorded.
	 *
	 * @param bodies by the keys that the other files use
	 * @param meetings the latest of each body, by the key of the body
	 */
	record Loaded(Map<String, String> bodies, Map<String, String> meetings) {
	}

	Loaded load() {
		var designations = Sheet.read("designations").by("key");
		Map<String, String> ids = new HashMap<>();
		for (Row row : Sheet.read("bodies").rows()) {
			ids.put(row.get("key"), body(row, designations.get(row.get("key"))));
		}
		names(ids);
		identifiers(ids);
		relations(ids);
		counts(ids);
		return new Loaded(ids, meetings(ids));
	}

	private String body(Row row, @Nullable Row designation) {
		Map<String, Object> input = new HashMap<>();
		input.put("kind", row.get("kind"));
		input.put("name", row.get("name"));
		input.put("acronym", row.optional("acronym"));
		input.put("originalName", row.optional("original_name"));
		input.put("originalLanguage", row.optional("original_language"));
		input.put("country", row.optional("country"));
		input.put("region", row.optional("region"));
		input.put("visibility", row.get("visibility"));
		input.put("language", row.optional("language"));
		input.put("timeZone", row.optional("time_zone"));
		input.put("currency", row.optional("currency"));
		input.put("website", row.optional("website"));
		if (designation != null) {
			Map<String, Object> parts = new HashMap<>();
			parts.put("affiliation", designation.optional("affiliation"));
			parts.put("name", designation.optional("designation"));
			parts.put("prefix", designation.optional("prefix"));
			parts.put("number", designation.optional("number"));
			parts.put("suffix", designation.optional("suffix"));
			parts.put("unitName", designation.optional("unit_name"));
			input.put("designation", parts);
		}
		var body = this.api.record("createBody", "body { id version }", input).get("body");
		String id = body.get("id").asString();
		if (!row.get("status").equals("ACTIVE")) {
			this.api.record("changeBodyStatus", "",
					Map.of("id", id, "expectedVersion", body.get("version").asInt(), "status", row.get("status")));
		}
		return id;
	}

	private void names(Map<String, String> ids) {
		for (Row row : Sheet.read("names").rows()) {
			Map<String, Object> input = new HashMap<>();
			input.put("bodyId", ids.get(row.get("key")));
			input.put("type", row.get("type"));
			input.put("name", row.get("name"));
			input.put("language", row.optional("language"));
			input.put("since", row.optional("from"));
			input.put("until", row.optional("to"));
			this.api.record("addBodyName", "", input);
		}
	}

	private void identifiers(Map<String, String> ids) {
		for (Row row : Sheet.read("identifiers").rows()) {
			this.api.record("addBodyIdentifier", "",
					Map.of("bodyId", ids.get(row.get("key")), "scheme", row.get("scheme"), "value", row.get("value"),
							"verified", Boolean.valueOf(row.get("verified")), "source", row.get("source")));
		}
	}

	private void relations(Map<String, String> ids) {
		for (Row row : Sheet.read("relations").rows()) {
			if (row.get("type").equals("SUCCESSOR_OF") && !row.get("from_date").isEmpty()) {
				this.api.record("mergeBody", "",
						Map.of("id", ids.get(row.get("to_key")), "expectedVersion", 1, "intoId",
								ids.get(row.get("from_key")), "on", row.get("from_date"), "source", row.get("source")));
				continue;
			}
			Map<String, Object> input = new HashMap<>();
			input.put("fromId", ids.get(row.get("from_key")));
			input.put("type", row.get("type"));
			input.put("toId", ids.get(row.get("to_key")));
			input.put("since", row.optional("from_date"));
			input.put("until", row.optional("to_date"));
			input.put("source", row.optional("source"));
			this.api.record("relateBodies", "", input);
		}
	}

	private void counts(Map<String, String> ids) {
		for (Row row : Sheet.read("member_counts").rows()) {
			this.api.record("recordMemberCount", "",
					Map.of("bodyId", ids.get(row.get("key")), "asOf", row.get("as_of"), "count",
							Integer.valueOf(row.get("count")), "basis", row.get("basis"), "source", row.get("source")));
		}
	}

	private Map<String, String> meetings(Map<String, String> ids) {
		Map<String, String> latest = new HashMap<>();
		for (Row row : Sheet.read("meetings").rows()) {
			Map<String, Object> input = new HashMap<>();
			input.put("bodyId", ids.get(row.get("key")));
			input.put("kind", row.get("kind"));
			input.put("date", this.days.day(row.get("date")));
			input.put("place", row.optional("place"));
			input.put("resolutionDeadline", this.days.day(row.get("resolution_deadline")));
			input.put("quorum", row.number("quorum"));
			latest.put(row.get("key"),
					this.api.record("scheduleMeeting", "meeting { id }", input).at("/meeting/id").asString());
		}
		return latest;
	}

}
