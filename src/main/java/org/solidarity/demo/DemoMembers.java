package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import org.solidarity.demo.Sheet.Row;
import org.springframework.stereotype.Component;

/** Invented people in invented locals. */
@Component
class DemoMembers {

	private final DemoApi api;

	DemoMembers(DemoApi api) {
		this.api = api;
	}

	void load(Map<String, String> bodies) {
		for (Row row : Sheet.read("people").rows()) {
			String key = row.get("key");
			Map<String, Object> person = new HashMap<>();
			person.put("idempotencyKey", key);
			person.put("controllerId", bodies.get(row.get("controller_key")));
			person.put("givenName", row.optional("given_name"));
			person.put("familyName", row.optional("family_name"));
			person.put("originalName", row.optional("original_script_name"));
			person.put("originalLanguage", row.get("original_script_name").isEmpty() ? null : row.get("language"));
			person.put("preferredLanguage", row.optional("language"));
			String member = this.api.record("recordMember", "member { id }", person).at("/member/id").asString();
			this.api.record("addMembership", "", Map.of("memberId", member, "bodyId",
					bodies.get(row.get("controller_key")), "role", row.get("role")));
			contact(member, "EMAIL", row.get("email"));
			contact(member, "PHONE", row.get("phone"));
		}
	}

	private void contact(String member, String kind, String value) {
		if (!value.isEmpty()) {
			this.api.record("addContactPoint", "", Map.of("memberId", member, "kind", kind, "value", value));
		}
	}

}
