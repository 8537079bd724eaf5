package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Outreach;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TaskApiTest {

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

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.some.campaign(this.staff);
		this.body = this.some.local("Local with tasks");
	}

	@Test
	void aTaskGoesFromHandToHandUntilItIsDoneAndCanBeTakenUpAgain() {
		var colleague = this.viewers.staff();
		this.some.worksOn(this.campaign, colleague);
		var id = made(Map.of("bodyId", bodyId(), "details", "Llámalos — 見本", "idempotencyKey", "k"));
		assertThat(made(Map.of("bodyId", bodyId(), "details", "Llámalos — 見本", "idempotencyKey", "k"))).isEqualTo(id);
		var who = Map.<String, Object>of("assigneeId", account(colleague));
		this.outreach.change(this.staff, "reassignTask", id, 1, who)
			.is("{reassignTask: {task: {status: 'OPEN', version: 2, assignee: {id: '%s'}, dueOn: null, dueAt: null}, errors: []}}"
				.formatted(account(colleague)));
		this.outreach.change(colleague, "rescheduleTask", id, 2, Map.of("dueOn", "2026-01-31"))
			.is("{rescheduleTask: {task: {status: 'OPEN', version: 3, assignee: {id: '%s'}, dueOn: '2026-01-31', dueAt: null}, errors: []}}"
				.formatted(account(colleague)));
		this.outreach.change(colleague, "completeTask", id, 2, Map.of()).isRefused("CONFLICT");
		assertThat(this.outreach.change(colleague, "completeTask", id, 3, Map.of()).text("/completeTask/task/status"))
			.isEqualTo("COMPLETED");
		for (String mutation : List.of("reassignTask", "rescheduleTask", "completeTask")) {
			this.outreach.change(this.staff, mutation, id, 4, Map.of()).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		}
		this.outreach.change(this.staff, "cancelTask", id, 4, Map.of("reason", "No"))
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.staff,
				"query ($id: ID!) { node(id: $id) { ... on Task { subject details completedBy { id } createdBy { id } source overdue } } }",
				"id", id)
			.is("{node: {subject: 'Do it', details: 'Llámalos — 見本', completedBy: {id: '%s'}, createdBy: {id: '%s'}, source: 'MANUAL', overdue: false}}"
				.formatted(account(colleague), account(this.staff)));
		this.outreach.change(this.staff, "reopenTask", id, 4, Map.of());
		this.outreach.change(this.staff, "reopenTask", id, 5, Map.of()).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.outreach.change(this.staff, "cancelTask", id, 5, Map.of("reason", " "))
			.hasUserErrors("REQUIRED input.reason");
		this.outreach.change(this.staff, "cancelTask", id, 5, Map.of("reason", "Not any more"));
		this.api.ask(this.staff,
				"query ($id: ID!) { node(id: $id) { ... on Task { status completedAt completedBy { id } cancelledBecause version } } }",
				"id", id)
			.is("{node: {status: 'CANCELLED', completedAt: null, completedBy: null, cancelledBecause: 'Not any more', version: 6}}");
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		make(this.staff,
				Map.of("subject", " ", "dueOn", "2300-01-01", "dueAt", "2026-01-01T00:00:00Z", "details",
						"x".repeat(5_001)))
			.hasUserErrors("REQUIRED input.subject", "TOO_LONG input.details", "OUT_OF_RANGE input.dueOn",
					"INVALID input.dueAt");
		make(this.staff, Map.of("bodyId", "bod_x")).hasUserErrors("NOT_FOUND input.bodyId");
		make(this.staff, Map.of("campaignId", Some.id("cam", this.some.campaign())))
			.hasUserErrors("NOT_FOUND input.campaignId");
		make(this.staff, Map.of("bodyId", bodyId(), "meetingId", meeting(this.some.local("Another"), 3, null)))
			.hasUserErrors("NOT_FOUND input.meetingId");
		make(this.staff, Map.of("assigneeId", account(this.viewers.staff())))
			.hasUserErrors("NOT_FOUND input.assigneeId");
		for (Viewer other : List.of(this.viewers.auditor(), this.viewers.administrator(),
				this.viewers.partner(this.body))) {
			make(other, Map.of()).isRefused("FORBIDDEN");
		}
		this.api.ask(this.staff,
				"mutation ($c: ID!) { closeCampaign(input: {id: $c, expectedVersion: 1}) { errors { code } } }", "c",
				Some.id("cam", this.campaign));
		make(this.staff, Map.of()).hasUserErrors("INVALID input.campaignId");
	}

	@Test
	void aTaskIsGivenOnlyToWhoeverMaySeeIt() {
		var theirs = this.viewers.coordinator(this.body);
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		var outside = this.viewers.coordinator(this.body);
		this.some.worksOn(this.campaign, theirs);
		this.some.worksOn(this.campaign, elsewhere);
		make(this.staff, Map.of("bodyId", bodyId(), "assigneeId", account(theirs))).hasUserErrors();
		make(this.staff, Map.of("assigneeId", account(elsewhere))).hasUserErrors();
		for (Viewer not : List.of(elsewhere, outside, this.viewers.auditor())) {
			make(this.staff, Map.of("bodyId", bodyId(), "assigneeId", account(not)))
				.hasUserErrors("NOT_FOUND input.assigneeId");
		}
		var member = this.outreach.member(theirs, this.body);
		make(theirs, Map.of("memberId", member, "assigneeId", account(this.staff)))
			.hasUserErrors("NOT_FOUND input.assigneeId");
		make(theirs, Map.of("memberId", member, "assigneeId", account(theirs))).hasUserErrors();
		make(theirs, Map.of("assigneeId", account(this.staff))).hasUserErrors("INVALID input.assigneeId");
		make(theirs, Map.of()).hasUserErrors("INVALID input.assigneeId");
		var own = make(theirs, Map.of("assigneeId", account(theirs))).text("/createTask/task/id");
		this.outreach.change(theirs, "reassignTask", own, 1, Map.of("assigneeId", account(elsewhere)))
			.hasUserErrors("INVALID input.assigneeId");
	}

	@Test
	void aTaskIsOverdueWhenItsMomentOrItsDayWhereTheCampaignIsHasPassed() {
		made(Map.of("subject", "Yesterday", "dueOn", day(-1)));
		made(Map.of("subject", "Today", "dueOn", day(0)));
		made(Map.of("subject", "A minute ago", "dueAt", Instant.now().minusSeconds(60).toString()));
		made(Map.of("subject", "Soon", "dueAt", Instant.now().plusSeconds(600).toString()));
		made(Map.of("subject", "Never"));
		var done = made(Map.of("subject", "Done", "dueOn", day(-9)));
		this.outreach.change(this.staff, "completeTask", done, 1, Map.of());
		assertThat(subjects(Map.of("overdue", true))).containsExactly("Yesterday", "A minute ago");
		assertThat(subjects(Map.of("overdue", false))).containsExactlyInAnyOrder("Done", "Soon", "Today", "Never");
		assertThat(subjects(Map.of("status", Map.of("eq", "OPEN")))).startsWith("Yesterday", "A minute ago")
			.endsWith("Never");
		assertThat(subjects(Map.of("due", Map.of("lt", Instant.now().toString())))).containsExactly("Done", "Yesterday",
				"A minute ago");
		this.api.ask(this.staff,
				"query ($c: ID!) { node(id: $c) { ... on Campaign { taskTotals { open overdue unassigned completed cancelled } } } }",
				"c", Some.id("cam", this.campaign))
			.is("{node: {taskTotals: {open: 5, overdue: 2, unassigned: 5, completed: 1, cancelled: 0}}}");
	}

	@Test
	void tasksAreFilteredAndOrderedAndCountedBelowTheirBody() {
		made(Map.of("subject", "Mine", "assigneeId", account(this.staff), "bodyId", bodyId()));
		made(Map.of("subject", "Nobody's"));
		assertThat(subjects(Map.of("assignee", Map.of("mine", true)))).containsExactly("Mine");
		assertThat(subjects(Map.of("assignee", Map.of("isNull", true)))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("assignee", Map.of("eq", account(this.staff))))).containsExactly("Mine");
		assertThat(subjects(Map.of("bodyId", bodyId()))).containsExactly("Mine");
		assertThat(subjects(Map.of("not", Map.of("bodyId", bodyId())))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("not", Map.of("assignee", Map.of("eq", account(this.staff))))))
			.containsExactly("Nobody's");
		assertThat(subjects(Map.of("not", Map.of("not", Map.of("assignee", Map.of("eq", account(this.staff)))))))
			.containsExactly("Mine");
		assertThat(subjects(Map.of("assignee", Map.of("mine", false)))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("subject", Map.of("startsWith", "no")))).containsExactly("Nobody's");
		assertThat(subjects(Map.of("source", Map.of("eq", "CALL_BACK")))).isEmpty();
		this.api
			.ask(this.staff,
					"""
							query ($b: ID!, $c: ID!) { node(id: $b) { ... on Body { tasks { nodes { subject body { name } campaign { id } } totalCount }
							  taskTotals { open } } }
							  tasks(filter: {campaignId: $c}, orderBy: {field: CREATED_AT, direction: DESC}, first: 1) {
							    nodes { subject } totalCount } }""",
					"b", bodyId(), "c", Some.id("cam", this.campaign))
			.is("""
					{node: {tasks: {nodes: [{subject: 'Mine', body: {name: 'Local with tasks'}, campaign: {id: '%s'}}], totalCount: 1},
					  taskTotals: {open: 1}}, tasks: {nodes: [{subject: "Nobody's"}], totalCount: 2}}"""
				.formatted(Some.id("cam", this.campaign)));
	}

	@Test
	void ofTwoWhoCompleteAtOnceOneIsToldThatItCameLater() throws Exception {
		var id = made(Map.of());
		var start = new CyclicBarrier(2);
		Callable<Answer> complete = () -> {
			start.await();
			return this.outreach.change(this.staff, "completeTask", id, 1, Map.of());
		};
		try (var threads = Executors.newFixedThreadPool(2)) {
			var answers = threads.invokeAll(List.of(complete, complete));
			List<Boolean> refused = new ArrayList<>();
			for (var answer : answers) {
				refused.add(answer.get().body().has("errors"));
			}
			assertThat(refused).containsExactlyInAnyOrder(true, false);
		}
	}

	@Test
	void theDatabaseKeepsWhatATaskIsAbout() {
		var id = NodeId.valueOf(made(Map.of())).uuid();
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(TASK).set(TASK.BODY_ID, this.body).where(TASK.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.deleteFrom(TASK).where(TASK.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
	}

	@Test
	void fiftyTasksCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { tasks(first: 100) { totalCount nodes {
				  campaign { name } body { name tasks(first: 1) { nodes { id } } taskTotals { open } } member { name }
				  assignee { name } createdBy { name } completedBy { name } meeting { date }
				  interaction { at } completedByInteraction { at callBack { id } } } } } } }""";
		var id = Some.id("cam", this.campaign);
		contact("CALL_BACK", Map.of("callBackAfter", "2027-01-01T00:00:00Z"));
		contact("REACHED", Map.of());
		made(Map.of("bodyId", bodyId(), "meetingId", meeting(this.body, 3, null), "assigneeId", account(this.staff)));
		int few = this.statements.during(() -> this.api.ask(this.staff, query, "c", id).at("/node"));
		for (int i = 0; i < 48; i++) {
			made(Map.of("bodyId", Some.id("bod", this.some.local("Local " + i))));
		}
		int fifty = this.statements.during(() -> this.api.ask(this.staff, query, "c", id).at("/node"));
		assertThat(fifty).isEqualTo(few).isLessThanOrEqualTo(16);
	}

	private String meeting(UUID of, int days, Integer deadline) {
		Map<String, Object> input = new HashMap<>(
				Map.of("bodyId", Some.id("bod", of), "kind", "MEMBERSHIP", "date", day(days)));
		if (deadline != null) {
			input.put("resolutionDeadline", day(deadline));
		}
		return this.api.ask(this.staff,
				"mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { meeting { id } errors { message } } }",
				"input", input)
			.text("/scheduleMeeting/meeting/id");
	}

	/** Where the campaign is. */
	private static String day(int offset) {
		return LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(offset).toString();
	}

	private String bodyId() {
		return Some.id("bod", this.body);
	}

	private static String account(Viewer person) {
		return Some.id("acc", person.id());
	}

	private Answer make(Viewer viewer, Map<String, Object> more) {
		return this.outreach.task(viewer, this.campaign, more);
	}

	private String made(Map<String, Object> more) {
		return make(this.staff, more).text("/createTask/task/id");
	}

	private Answer contact(String outcome, Map<String, Object> more) {
		Map<String, Object> all = new HashMap<>(Map.of("bodyId", bodyId()));
		all.putAll(more);
		return this.outreach.contact(this.staff, this.campaign, outcome, all);
	}

	private List<String> subjects(Map<String, Object> filter) {
		return this.api.ask(this.staff,
				"query ($c: ID!, $f: TaskFilter) { node(id: $c) { ... on Campaign { tasks(filter: $f) { nodes { subject } } } } }",
				"c", Some.id("cam", this.campaign), "f", filter)
			.at("/node/tasks/nodes")
			.valueStream()
			.map(node -> node.get("subject").asString())
			.toList();
	}

}
