package org.solidarity.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Contacts and tasks to try things on. */
@Component
public class Outreach {

	private final Api api;

	private final Viewers viewers;

	private final Some some;

	Outreach(Api api, Viewers viewers, Some some) {
		this.api = api;
		this.viewers = viewers;
		this.some = some;
	}

	/** Staff at work on a new campaign, and a local of that name. */
	public Scene scene(String name) {
		var staff = this.viewers.staff();
		return new Scene(this, staff, this.some.campaign(staff), this.some.local(name));
	}

	/** What a test has before it; what is recorded here is about the local. */
	public record Scene(Outreach outreach, Viewer staff, UUID campaign, UUID body) {

		public String campaignId() {
			return Some.id("cam", this.campaign);
		}

		public String bodyId() {
			return Some.id("bod", this.body);
		}

		public Answer contact(String outcome, Map<String, Object> more) {
			return contact(this.staff, outcome, more);
		}

		public Answer contact(Viewer viewer, String outcome, Map<String, Object> more) {
			Map<String, Object> all = new HashMap<>(Map.of("bodyId", bodyId()));
			all.putAll(more);
			return this.outreach.contact(viewer, this.campaign, outcome, all);
		}

		/** The id of a contact that staff record. */
		public String contacted(String outcome, Map<String, Object> more) {
			return contact(outcome, more).text("/recordInteraction/interaction/id");
		}

		public Answer task(Viewer viewer, Map<String, Object> more) {
			return this.outreach.task(viewer, this.campaign, more);
		}

		/** The id of a task that staff make. */
		public String tasked(Map<String, Object> more) {
			return task(this.staff, more).text("/createTask/task/id");
		}

		/** The id of a tag of the campaign that staff make. */
		public String tagged(String label) {
			return this.outreach.tag(this.staff, this.campaign, label, null).text("/createTag/tag/id");
		}

	}

	public static String account(Viewer person) {
		return Some.id("acc", person.id());
	}

	/** Makes a tag; of every campaign where none is given. */
	public Answer tag(Viewer viewer, @Nullable UUID of, String label, @Nullable String colour) {
		Map<String, Object> input = new HashMap<>(Map.of("label", label));
		if (of != null) {
			input.put("campaignId", Some.id("cam", of));
		}
		if (colour != null) {
			input.put("colour", colour);
		}
		return this.api.ask(viewer,
				"mutation ($input: CreateTagInput!) { createTag(input: $input) { tag { id } errors { code path } } }",
				"input", input);
	}

	/** Tags or untags bodies. */
	public Answer tagging(Viewer viewer, String mutation, String tag, String... bodies) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
		return this.api.ask(viewer,
				"mutation ($input: " + type + ") { " + mutation
						+ "(input: $input) { tag { id } changed errors { code path } } }",
				"input", Map.of("tagId", tag, "bodyIds", List.of(bodies)));
	}

	/** The id of a membership meeting of a body. */
	public String meeting(Viewer staff, UUID of, LocalDate day, @Nullable LocalDate deadline) {
		return this.api
			.ask(staff,
					"""
							mutation ($b: ID!, $d: Date!, $r: Date) { scheduleMeeting(input: {bodyId: $b, kind: MEMBERSHIP, date: $d,
							  resolutionDeadline: $r}) { meeting { id } errors { message } } }""",
					"b", Some.id("bod", of), "d", day.toString(), "r", deadline == null ? null : deadline.toString())
			.text("/scheduleMeeting/meeting/id");
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
