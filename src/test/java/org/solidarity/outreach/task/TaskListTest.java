package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.support.Outreach.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Which tasks are found, and how many they are. */
@ApiTest
class TaskListTest {

	@Autowired
	Api api;

	@Autowired
	Some some;

	@Autowired
	Outreach outreach;

	@Autowired
	Statements statements;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Local with tasks");
	}

	@Test
	void aTaskIsOverdueWhenItsMomentOrItsDayWhereTheCampaignIsHasPassed() {
		this.scene.tasked(Map.of("subject", "Yesterday", "dueOn", day(-1)));
		this.scene.tasked(Map.of("subject", "Today", "dueOn", day(0)));
		this.scene.tasked(Map.of("subject", "A minute ago", "dueAt", Instant.now().minusSeconds(60).toString()));
		this.scene.tasked(Map.of("subject", "Soon", "dueAt", Instant.now().plusSeconds(600).toString()));
		this.scene.tasked(Map.of("subject", "Never"));
		var done = this.scene.tasked(Map.of("subject", "Done", "dueOn", day(-9)));
		this.outreach.change(this.scene.staff(), "completeTask", done, 1, Map.of());
		assertThat(subjects(Map.of("overdue", true))).containsExactly("Yesterday", "A minute ago");
		assertThat(subjects(Map.of("overdue", false))).containsExactlyInAnyOrder("Done", "Soon", "Today", "Never");
		assertThat(subjects(Map.of("status", Map.of("eq", "OPEN")))).startsWith("Yesterday", "A minute ago")
			.endsWith("Never");
		assertThat(subjects(Map.of("due", Map.of("lt", Instant.now().toString())))).containsExactly("Done", "Yesterday",
				"A minute ago");
		this.api.ask(this.scene.staff(),
				"query ($c: ID!) { node(id: $c) { ... on Campaign { taskTotals { open overdue unassigned completed cancelled } } } }",
				"c", this.scene.campaignId())
			.is("{node: {taskTotals: {open: 5, overdue: 2, unassigned: 5, completed: 1, cancelled: 0}}}");
	}

	@Test
	void tasksAreFilteredAndOrderedAndCountedBelowTheirBody() {
		this.scene.tasked(
				Map.of("subject", "Mine", "assigneeId", account(this.scene.staff()), "bodyId", this.scene.bodyId()));
		this.scene.tasked(Map.of("subject", "Nobody's"));
		assertThat(subjects(Map.of("assignee", Map.of("mine", true)))).containsExactly("Mine");
		assertThat(subjects(Map.of("assignee", Map.of("isNull", true)))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("assignee", Map.of("eq", account(this.scene.staff()))))).containsExactly("Mine");
		assertThat(subjects(Map.of("bodyId", this.scene.bodyId()))).containsExactly("Mine");
		assertThat(subjects(Map.of("not", Map.of("bodyId", this.scene.bodyId())))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("not", Map.of("assignee", Map.of("eq", account(this.scene.staff()))))))
			.containsExactly("Nobody's");
		assertThat(
				subjects(Map.of("not", Map.of("not", Map.of("assignee", Map.of("eq", account(this.scene.staff())))))))
			.containsExactly("Mine");
		assertThat(subjects(Map.of("assignee", Map.of("mine", false)))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("subject", Map.of("startsWith", "no")))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("source", Map.of("eq", "CALL_BACK")))).isEmpty();
		this.api
			.ask(this.scene.staff(),
					"""
							query ($b: ID!, $c: ID!) { node(id: $b) { ... on Body { tasks { nodes { subject body { name } campaign { id } } totalCount }
							  taskTotals { open } } }
							  tasks(filter: {campaignId: $c}, orderBy: {field: CREATED_AT, direction: DESC}, first: 1) {
							    nodes { subject } totalCount } }""",
					"b", this.scene.bodyId(), "c", this.scene.campaignId())
			.is("""
					{node: {tasks: {nodes: [{subject: 'Mine', body: {name: 'Local with tasks'}, campaign: {id: '%s'}}], totalCount: 1},
					  taskTotals: {open: 1}}, tasks: {nodes: [{subject: "Nobody's"}], totalCount: 2}}"""
				.formatted(this.scene.campaignId()));
	}

	@Test
	void fiftyTasksCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { tasks(first: 100) { totalCount nodes {
				  campaign { name } body { name tasks(first: 1) { nodes { id } } taskTotals { open } } member { name }
				  assignee { name } createdBy { name } completedBy { name } meeting { date }
				  interaction { at } completedByInteraction { at callBack { id } } } } } } }""";
		var id = this.scene.campaignId();
		this.scene.contact("CALL_BACK", Map.of("callBackAfter", "2027-01-01T00:00:00Z"));
		this.scene.contact("REACHED", Map.of());
		this.scene.tasked(Map.of("bodyId", this.scene.bodyId(), "meetingId",
				this.outreach.meeting(this.scene.staff(), this.scene.body(), LocalDate.now().plusDays(3), null),
				"assigneeId", account(this.scene.staff())));
		int few = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "c", id).at("/node"));
		for (int i = 0; i < 48; i++) {
			this.scene.tasked(Map.of("bodyId", Some.id("bod", this.some.local("Local " + i))));
		}
		int fifty = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "c", id).at("/node"));
		assertThat(fifty).isEqualTo(few).isLessThanOrEqualTo(16);
	}

	/** Where the campaign is. */
	private static String day(int offset) {
		return LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(offset).toString();
	}

	private List<String> subjects(Map<String, Object> filter) {
		return this.api.ask(this.scene.staff(),
				"query ($c: ID!, $f: TaskFilter) { node(id: $c) { ... on Campaign { tasks(filter: $f) { nodes { subject } } } } }",
				"c", this.scene.campaignId(), "f", filter)
			.at("/node/tasks/nodes")
			.valueStream()
			.map(node -> node.get("subject").asString())
			.toList();
	}

}
