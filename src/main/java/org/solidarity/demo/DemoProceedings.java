package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How the invented bodies dealt with the invented resolutions. */
@Component
class DemoProceedings {

	private final DemoApi api;

	private final Days days;

	DemoProceedings(DemoApi api, Days days) {
		this.api = api;
		this.days = days;
	}

	void load(Map<String, String> campaigns, DemoBodies.Loaded known) {
		Map<String, String> resolutions = new HashMap<>();
		Map<String, String> proceedings = new HashMap<>();
		for (Row row : Sheet.read("demo_proceedings").rows()) {
			String campaign = campaigns.get(row.get("campaign_key"));
			String body = known.bodies().get(row.get("body_key"));
			String resolution = resolutions.computeIfAbsent(row.get("resolution_title"),
					title -> resolution(campaign, title));
			if (!proceedings.containsKey(row.get("body_key"))) {
				this.api.record("addTarget", "",
						Map.of("campaignId", campaign, "bodyId", body, "ask", "Adopt the demo resolution"));
			}
			var proceeding = this.api
				.record("openProceeding", "proceeding { id version }", Map.of("campaignId", campaign, "bodyId", body,
						"resolutionId", resolution, "visibility", "PARTNER"))
				.get("proceeding");
			proceedings.put(row.get("body_key"), proceeding.get("id").asString());
			for (String step : row.get("history").split(";")) {
				if (!step.startsWith("IDENTIFIED")) {
					proceeding = step(proceeding, resolution, step.split("@"), row, known, proceedings);
				}
			}
			vote(proceeding.get("id").asString(), row);
		}
	}

	private String resolution(String campaign, String title) {
		return this.api.record("createResolution", "resolution { id }",
				Map.of("campaignId", campaign, "language", title.startsWith("Demo") ? "en" : "ja", "title", title,
						"text", "Invented for the demo: " + title + "."))
			.at("/resolution/id")
			.asString();
	}

	private JsonNode step(JsonNode proceeding, String resolution, String[] step, Row row, DemoBodies.Loaded known,
			Map<String, String> proceedings) {
		Map<String, Object> input = new HashMap<>();
		input.put("proceedingId", proceeding.get("id").asString());
		input.put("expectedVersion", proceeding.get("version").asInt());
		input.put("event", Map.of("happenedOn", this.days.day(step[1]), "evidence", row.get("evidence"), "sourceName",
				"Invented for the demo", "reason", "Invented for the demo"));
		String mutation = switch (step[0]) {
			case "CONTACTED" -> "recordContact";
			case "INTRODUCED" -> with(input, "decisionBody", row.get("decision_body"), "introduceResolution");
			case "IN_COMMITTEE" -> with(input, "committee", "Demo resolutions committee", "referToCommittee");
			case "RECOMMENDED" -> with(input, "recommendation", "DO_PASS", "recordRecommendation");
			case "SCHEDULED" -> with(input, "meetingId", known.meetings().get(row.get("body_key")), "scheduleVote");
			case "ADOPTED" -> with(input, "decisionBody", row.get("decision_body"), "adoptResolution");
			case "ADOPTED_AS_AMENDED" -> {
				input.put("asAmended", true);
				input.put("adoptedTextId", amended(resolution, row.get("resolution_title")));
				yield with(input, "decisionBody", row.get("decision_body"), "adoptResolution");
			}
			case "DEFEATED" -> "defeatResolution";
			case "TABLED" -> "tableResolution";
			case "REFERRED" -> with(input, "referredTo", "The next demo convention", "referResolution");
			case "WITHDRAWN" -> "withdrawResolution";
			case "RULED_OUT_OF_ORDER" -> "ruleOutOfOrder";
			case "COMBINED" -> with(input, "combinedIntoId", proceedings.get("demo-union-jp"), "combineResolution");
			case "RESCINDED" -> "rescindEndorsement";
			case "OVERRIDDEN" -> with(input, "overriddenById", known.bodies().get("demo-dwu"), "overrideEndorsement");
			case "EXPIRED" -> "expireEndorsement";
			default -> throw new IllegalArgumentException(step[0]);
		};
		return this.api.record(mutation, "proceeding { id version }", input).get("proceeding");
	}

	private String amended(String resolution, String title) {
		var versions = this.api
			.record("addResolutionVersion", "resolution { versions { id } }",
					Map.of("resolutionId", resolution, "language", "en", "title", title + " (as amended)", "text",
							"Invented for the demo: " + title + ", with an invented amendment."))
			.at("/resolution/versions");
		return versions.get(versions.size() - 1).get("id").asString();
	}

	private static String with(Map<String, Object> input, String field, @Nullable String value, String mutation) {
		input.put(field, value);
		return mutation;
	}

	private void vote(String proceeding, Row row) {
		if (row.number("yes") == null) {
			return;
		}
		Map<String, Object> vote = new HashMap<>();
		vote.put("yes", row.number("yes"));
		vote.put("no", row.number("no"));
		vote.put("abstain", row.number("abstain"));
		vote.put("result", row.get("history").contains("DEFEATED") ? "FAILED" : "PASSED");
		vote.put("evidence", row.get("evidence"));
		vote.put("sourceName", "Invented for the demo");
		vote.values().removeIf(Objects::isNull);
		this.api.record("recordVote", "", Map.of("proceedingId", proceeding, "vote", vote));
	}

}
