package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/** What the invented bodies pledged and gave. */
@Component
class DemoPledges {

	private final DemoApi api;

	private final Days days;

	DemoPledges(DemoApi api, Days days) {
		this.api = api;
		this.days = days;
	}

	void load(Map<String, String> campaigns, Map<String, String> bodies, Map<String, String> actions) {
		for (Row row : Sheet.read("demo_pledges").rows()) {
			String key = row.get("key");
			Map<String, Object> input = new HashMap<>();
			input.put("idempotencyKey", key);
			input.put("campaignId", campaigns.get(row.get("campaign_key")));
			input.put("bodyId", bodies.get(row.get("body_key")));
			input.put("type", row.get("type"));
			input.put("amount", row.get("amount"));
			input.put("currency", row.optional("currency"));
			input.put("purpose", row.get("purpose"));
			input.put("dueDates", this.days.days(row.get("due")));
			input.put("pledgedOn", this.days.day(row.get("pledged_on")));
			if (row.get("state").equals("CONFIRMED")) {
				input.put("confirmedOn", this.days.day(row.get("pledged_on")));
			}
			if (row.get("type").equals("TURNOUT")) {
				input.put("actionId", actions.get(row.get("action_key")));
			}
			String pledge = this.api.record("recordPledge", "pledge { id }", input).at("/pledge/id").asString();
			if (!row.get("ledger").isEmpty()) {
				int entry = 0;
				for (String line : row.get("ledger").split(";")) {
					entry(pledge, key + "-" + entry++, line.split("[ @]"));
				}
			}
		}
	}

	/** One line of the ledger: act, amount, day. */
	private void entry(String pledge, String key, String[] line) {
		Map<String, Object> input = new HashMap<>();
		input.put("idempotencyKey", key);
		input.put("pledgeId", pledge);
		input.put("effectiveOn", this.days.day(line[2]));
		input.put(line[0].equals("AMEND") ? "delta" : "amount", line[1].replace("+", ""));
		if (!line[0].equals("FULFIL")) {
			input.put("reason", "Invented for the demo");
		}
		this.api.record(switch (line[0]) {
			case "FULFIL" -> "recordFulfilment";
			case "AMEND" -> "amendPledge";
			case "WRITE_OFF" -> "writeOffPledge";
			case "CANCEL" -> "cancelPledge";
			default -> throw new IllegalArgumentException(line[0]);
		}, "", input);
	}

}
