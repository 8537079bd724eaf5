package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/**
 * The campaigns of the demo, with their targets and the endorsements that are on public
 * record.
 */
@Component
class DemoCampaigns {

	private final DemoApi api;

	DemoCampaigns(DemoApi api) {
		this.api = api;
	}

	/** Records them; the ids by the keys that the other files use. */
	Map<String, String> load() {
		Map<String, String> ids = new HashMap<>();
		for (Row row : Sheet.read("campaigns").rows()) {
			Map<String, Object> input = new HashMap<>();
			input.put("name", row.get("name"));
			input.put("description", row.optional("description"));
			input.put("currency", row.get("currency"));
			input.put("timeZone", row.get("time_zone"));
			input.put("startsOn", row.get("start").endsWith("d") ? null : row.optional("start"));
			input.put("visibility", row.get("visibility"));
			ids.put(row.get("key"),
					this.api.record("createCampaign", "campaign { id }", input).at("/campaign/id").asString());
		}
		return ids;
	}

	/** Each as its source has it: where the source gives no day, none is made up. */
	void endorsements(Map<String, String> campaigns, Map<String, String> bodies) {
		for (Row row : Sheet.read("endorsements").rows()) {
			String campaign = campaigns.get(row.get("campaign_key"));
			String body = bodies.get(row.get("body_key"));
			this.api.record("addTarget", "", Map.of("campaignId", campaign, "bodyId", body));
			var proceeding = this.api
				.record("openProceeding", "proceeding { id version }",
						Map.of("campaignId", campaign, "bodyId", body, "visibility", "PUBLIC"))
				.get("proceeding");
			Map<String, Object> event = new HashMap<>();
			if (row.get("stage_date").isEmpty()) {
				event.put("precision", "UNKNOWN");
			}
			else {
				event.put("happenedOn", row.get("stage_date"));
			}
			event.put("evidence", row.get("evidence"));
			event.put("sourceName", row.get("source_name"));
			event.put("sourceUrl", row.get("source_url"));
			if (!row.get("note").isEmpty()) {
				event.put("reason", row.get("note"));
			}
			Map<String, Object> adoption = new HashMap<>();
			adoption.put("proceedingId", proceeding.get("id").asString());
			adoption.put("expectedVersion", proceeding.get("version").asInt());
			adoption.put("event", event);
			adoption.put("decisionBody", row.optional("decision_body"));
			this.api.record("adoptResolution", "", adoption);
		}
	}

}
