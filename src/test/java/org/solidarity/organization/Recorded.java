package org.solidarity.organization;

import java.util.UUID;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;

/** Records bodies through the API, for tests that need some. */
record Recorded(Api api, Viewer staff) {

	String body(String kind, String name, String more) {
		return this.api.ask(this.staff,
				"mutation ($name: String!) { createBody(input: {kind: " + kind + ", name: $name, visibility: PARTNER "
						+ more + "}) { body { id } errors { path message } } }",
				"name", name)
			.text("/createBody/body/id");
	}

	String body(String name) {
		return body("NATIONAL_UNION", name, "");
	}

	String relation(String from, String type, String to, String more) {
		return relate(from, type, to, more).text("/relateBodies/relation/id");
	}

	org.solidarity.support.Answer relate(String from, String type, String to, String more) {
		return this.api.ask(
				this.staff, "mutation ($from: ID!, $to: ID!) { relateBodies(input: {fromId: $from, type: " + type
						+ ", toId: $to " + more + "}) { relation { id } errors { code path } } }",
				"from", from, "to", to);
	}

	static UUID uuid(String id) {
		return NodeId.valueOf(id).uuid();
	}

}
