package org.solidarity.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** All that the page of a body shows, in one query, for one body or for fifty. */
@ApiTest
class BodyPageTest {

	private static final String FACTS = """
			query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Body {
			  name displayName kind status otherNames { name } identifiers { scheme value } parents { displayName }
			  memberCount { count asOf } nextMeeting { date resolutionDeadline } tags(first: 2) { nodes { tag { label } } }
			  targetedBy(first: 1) { nodes { campaign { name } ask } } } } }""";

	private static final String DECISIONS = """
			query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Body {
			  proceedings(first: 1) { nodes { campaign { name } stage resolution { id } votes { yes } timeline { stage } } }
			  pledges(first: 1) { nodes { type status amounts { pledged outstanding } } }
			  actions(first: 1) { nodes { title host { name } } } } } }""";

	private static final String OUTREACH = """
			query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Body {
			  interactions(first: 2) { nodes { at outcome notes by { name } campaign { name } callBack { dueOn } } }
			  tasks(first: 2) { nodes { subject overdue assignee { name } interaction { at } } }
			  taskTotals { open overdue } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Outreach outreach;

	@Autowired
	Statements statements;

	@Test
	void fiftyPagesCostAsManyStatementsAsOne() {
		Viewer staff = this.viewers.staff();
		UUID campaign = this.some.campaign(staff);
		UUID council = this.some.local("Council above");
		String tag = this.api
			.ask(staff, "mutation ($c: ID!) { createTag(input: {campaignId: $c, label: \"Ready\"}) { tag { id } } }",
					"c", Some.id("cam", campaign))
			.text("/createTag/tag/id");
		List<String> bodies = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			bodies.add(Some.id("bod", this.some.localOf(council, "Page Local " + i)));
			fill(staff, Some.id("cam", campaign), bodies.getLast());
			this.outreach
				.contact(staff, campaign, "CALL_BACK", Map.of("bodyId", bodies.getLast(), "at", "2026-01-01T00:00:00Z",
						"callBackAfter", "2026-01-31T20:00:00Z"))
				.text("/recordInteraction/interaction/id");
			this.outreach.task(staff, campaign, Map.of("bodyId", bodies.getLast(), "dueOn", "2026-01-01", "assigneeId",
					Some.id("acc", staff.id())));
		}
		this.api.ask(staff, "mutation ($input: TagBodiesInput!) { tagBodies(input: $input) { changed } }", "input",
				Map.of("tagId", tag, "bodyIds", bodies));
		int all = 0;
		for (String part : List.of(FACTS, DECISIONS, OUTREACH)) {
			int one = this.statements.during(() -> page(staff, part, bodies.subList(0, 1)));
			int fifty = this.statements.during(() -> page(staff, part, bodies));
			assertThat(fifty).as(part).isEqualTo(one);
			all += fifty;
		}
		assertThat(all).isLessThanOrEqualTo(30);
		var whole = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Body {" + inside(FACTS) + inside(DECISIONS)
				+ inside(OUTREACH) + "} } }";
		var page = page(staff, whole, bodies.subList(7, 8));
		assertThat(page.text("/nodes/0/name")).isEqualTo("Page Local 7");
		assertThat(page.text("/nodes/0/parents/0/displayName")).isEqualTo("Council above");
		assertThat(page.text("/nodes/0/nextMeeting/date")).isEqualTo("2099-01-01");
		assertThat(page.text("/nodes/0/tags/nodes/0/tag/label")).isEqualTo("Ready");
		assertThat(page.text("/nodes/0/proceedings/nodes/0/stage")).isEqualTo("IDENTIFIED");
		assertThat(page.text("/nodes/0/pledges/nodes/0/amounts/pledged")).isEqualTo("5.00");
		assertThat(page.text("/nodes/0/actions/nodes/0/title")).isEqualTo("Rally");
		assertThat(page.text("/nodes/0/interactions/nodes/0/callBack/dueOn")).isEqualTo("2026-01-31");
		assertThat(page.at("/nodes/0/taskTotals/open").asInt()).isEqualTo(2);
	}

	private static String inside(String query) {
		return query.substring(query.indexOf("on Body {") + 9, query.lastIndexOf("} } }"));
	}

	private Answer page(Viewer viewer, String query, List<String> ids) {
		var answer = this.api.ask(viewer, query, "ids", ids);
		assertThat(answer.at("/nodes").size()).isEqualTo(ids.size());
		return answer;
	}

	/** What the other modules have about a body. */
	private void fill(Viewer staff, String campaign, String body) {
		write(staff, "addTarget", Map.of("campaignId", campaign, "bodyId", body, "ask", "Endorse"));
		write(staff, "openProceeding", Map.of("campaignId", campaign, "bodyId", body));
		write(staff, "recordPledge", Map.of("idempotencyKey", body, "campaignId", campaign, "bodyId", body, "type",
				"VOLUNTEER_HOURS", "amount", "5", "confirmedOn", "2026-01-01", "pledgedOn", "2026-01-01"));
		write(staff, "createAction", Map.of("campaignId", campaign, "hostId", body, "kind", "RALLY", "title", "Rally",
				"schedule", Map.of("startDate", "2026-05-01", "timeZone", "America/New_York")));
		write(staff, "scheduleMeeting", Map.of("bodyId", body, "kind", "MEMBERSHIP", "date", "2099-01-01"));
		write(staff, "recordMemberCount",
				Map.of("bodyId", body, "asOf", "2026-01-01", "count", 40, "basis", "REPORTED", "source", "Report"));
	}

	private void write(Viewer staff, String mutation, Map<String, Object> input) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
		var errors = this.api
			.ask(staff, "mutation ($input: " + type + ") { " + mutation + "(input: $input) { errors { code path } } }",
					"input", input)
			.at("/" + mutation + "/errors");
		assertThat(errors).as("%s", mutation).isEmpty();
	}

}
