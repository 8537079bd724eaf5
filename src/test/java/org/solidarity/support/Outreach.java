package org.solidarity.support;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Contacts and tasks to try things on. */
@Component
public class Outreach {

	private final Api api;

	Outreach(Api api) {
		this.api = api;
	}

	/** A member of this local, recorded by one of its coordinators. */
	public String member(Viewer coordinator, UUID local) {
		return this.api
			.ask(coordinator,
					"""
							mutation ($c: ID!, $key: String!) { recordMember(input: {idempotencyKey: $key, controllerId: $c, givenName: "Secretname"}) {
							  member { id } } }""",
					"c", Some.id("bod", local), "key", UUID.randomUUID().toString())
			.text("/recordMember/member/id");
	}

	/** Records a contact; more may replace what is given. */
	public Answer contact(Viewer viewer, UUID campaign, String outcome, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(), "campaignId",
				Some.id("cam", campaign), "channel", "PHONE", "direction", "OUTBOUND", "outcome", outcome));
		input.putAll(more);
		return this.api.ask(viewer,
				"""
						mutation ($input: RecordInteractionInput!) { recordInteraction(input: $input) {
						  interaction { id callBack { id status dueOn subject source assignee { id } } } errors { code path } } }""",
				"input", input);
	}

	public Answer task(Viewer viewer, UUID campaign, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("campaignId", Some.id("cam", campaign), "subject", "Do it"));
		input.putAll(more);
		return this.api.ask(viewer, """
				mutation ($input: CreateTaskInput!) { createTask(input: $input) {
				  task { id status version } errors { code path } } }""", "input", input);
	}

	/** Completes, reopens and the like: a mutation of a task by its id and version. */
	public Answer change(Viewer viewer, String mutation, String id, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("id", id, "expectedVersion", version));
		input.putAll(more);
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
		return this.api.ask(viewer, "mutation ($input: " + type + ") { " + mutation
				+ "(input: $input) { task { status version assignee { id } dueOn dueAt } errors { code path } } }",
				"input", input);
	}

}
