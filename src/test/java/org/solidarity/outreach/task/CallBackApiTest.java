package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Some;
import org.solidarity.support.TestClock;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** How the tasks to call back follow what is recorded, corrected and retracted. */
@ApiTest
class CallBackApiTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Outreach outreach;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	TestClock clock;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.some.campaign(this.staff);
		this.body = this.some.local("Local to call back");
	}

	@AfterEach
	void theRightTime() {
		this.clock.reset();
	}

	@Test
	void aCallBackIsATaskThatTheNextContactCompletes() {
		var asked = contact("CALL_BACK", Map.of("at", "2026-01-10T12:00:00Z", "callBackAfter", "2026-02-01T02:00:00Z"));
		asked.is("""
				{recordInteraction: {interaction: {id: '%s', callBack: {id: '%s', status: 'OPEN', dueOn: '2026-01-31',
				  subject: 'Call back', source: 'CALL_BACK', assignee: {id: '%s'}}}, errors: []}}""".formatted(
				asked.text("/recordInteraction/interaction/id"),
				asked.text("/recordInteraction/interaction/callBack/id"), account(this.staff)));
		var task = asked.text("/recordInteraction/interaction/callBack/id");
		contact("NO_ANSWER", Map.of());
		contact("REACHED", Map.of("bodyId", Some.id("bod", this.some.local("Another"))));
		contact("REACHED", Map.of("at", "2026-01-09T12:00:00Z"));
		this.outreach.contact(this.staff, this.some.campaign(this.staff), "REACHED", Map.of("bodyId", bodyId()));
		assertThat(status(task)).as("by another outcome, body, time or campaign").isEqualTo("OPEN");
		var answer = contact("REACHED", Map.of()).text("/recordInteraction/interaction/id");
		this.api.ask(this.staff, """
				query ($id: ID!) { node(id: $id) { ... on Task { status completedBy { id } completedByInteraction { id }
				  interaction { id } } } }""", "id", task)
			.is("{node: {status: 'COMPLETED', completedBy: {id: '%s'}, completedByInteraction: {id: '%s'}, interaction: {id: '%s'}}}"
				.formatted(account(this.staff), answer, asked.text("/recordInteraction/interaction/id")));
		correct(answer, 1, "outcome: NO_ANSWER");
		assertThat(status(task)).as("after the answer was corrected").isEqualTo("OPEN");
		correct(answer, 2, "outcome: REACHED");
		assertThat(status(task)).isEqualTo("COMPLETED");
		this.api.ask(this.staff,
				"mutation ($id: ID!) { retractInteraction(input: {id: $id, expectedVersion: 3, correctionReason: \"X\"}) { errors { code } } }",
				"id", answer);
		assertThat(status(task)).as("after the answer was retracted").isEqualTo("OPEN");
	}

	@Test
	void aCallBackFollowsTheCorrectionsOfWhatAskedForIt() {
		var asked = contact("REACHED", Map.of("at", "2026-01-10T12:00:00Z")).text("/recordInteraction/interaction/id");
		correct(asked, 1, "callBackAfter: \"2026-03-01T12:00:00Z\"");
		var task = this.api
			.ask(this.staff, "query ($id: ID!) { node(id: $id) { ... on Interaction { callBack { id } } } }", "id",
					asked)
			.text("/node/callBack/id");
		this.outreach.change(this.staff, "rescheduleTask", task, 1, Map.of("dueOn", "2026-03-05"));
		correct(asked, 2, "notes: \"Only the notes\"");
		assertThat(dueOn(task)).isEqualTo("2026-03-05");
		correct(asked, 3, "callBackAfter: \"2026-04-01T12:00:00Z\"");
		assertThat(dueOn(task)).isEqualTo("2026-04-01");
		correct(asked, 4, "callBackAfter: null");
		assertThat(status(task)).isEqualTo("CANCELLED");
		correct(asked, 5, "callBackAfter: \"2026-05-01T12:00:00Z\"");
		assertThat(status(task)).isEqualTo("OPEN");
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(TASK, TASK.INTERACTION_ID.eq(NodeId.valueOf(asked).uuid()))))
			.isEqualTo(1);
	}

	@Test
	void theSameCallBackIsRecordedOnce() {
		var input = Map.<String, Object>of("idempotencyKey", "again", "at", "2026-01-10T12:00:00Z", "callBackAfter",
				"2026-02-01T12:00:00Z");
		var first = contact("CALL_BACK", input).text("/recordInteraction/interaction/callBack/id");
		assertThat(contact("CALL_BACK", input).text("/recordInteraction/interaction/callBack/id")).isEqualTo(first);
		assertThat(this.api
			.ask(this.staff, "query ($c: ID!) { node(id: $c) { ... on Campaign { tasks { totalCount } } } }", "c",
					Some.id("cam", this.campaign))
			.at("/node/tasks/totalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void whatStaffReopenedStaysOpenUntilSomeoneIsReachedAgain() {
		var task = callBack(asked("2026-01-10T12:00:00Z"));
		var answer = reached("2026-01-11T12:00:00Z");
		this.outreach.change(this.staff, "reopenTask", task, 2, Map.of()).hasUserErrors();
		correct(answer, 1, "notes: \"Only the notes\"");
		reached("2026-01-09T12:00:00Z");
		is(task, "OPEN", null);
		var later = reached("2026-01-12T12:00:00Z");
		is(task, "COMPLETED", later);
	}

	@Test
	void aContactThatIsMovedBeforeWhatItAnsweredAnswersItNoMore() {
		var asked = asked("2026-01-10T12:00:00Z");
		var task = callBack(asked);
		var answer = reached("2026-01-11T12:00:00Z");
		is(task, "COMPLETED", answer);
		correct(answer, 1, "at: \"2026-01-09T12:00:00Z\"");
		is(task, "OPEN", null);
		correct(answer, 2, "at: \"2026-01-11T12:00:00Z\"");
		is(task, "COMPLETED", answer);
		correct(asked, 1, "at: \"2026-01-12T12:00:00Z\"");
		is(task, "OPEN", null);
		correct(asked, 2, "at: \"2026-01-10T12:00:00Z\"");
		is(task, "COMPLETED", answer);
	}

	@Test
	void aCallBackStaysAnsweredWhileAnyContactAnswersIt() {
		var task = callBack(asked("2026-01-10T12:00:00Z"));
		var first = reached("2026-01-11T12:00:00Z");
		var second = reached("2026-01-12T12:00:00Z");
		is(task, "COMPLETED", first);
		retract(first, 1);
		is(task, "COMPLETED", second);
		correct(second, 1, "outcome: NO_ANSWER");
		is(task, "OPEN", null);
	}

	@Test
	void aCallBackThatIsRecordedAfterItsAnswerIsCompletedAtOnce() {
		var earliest = reached("2026-01-11T12:00:00Z");
		reached("2026-01-12T12:00:00Z");
		reached("2026-01-09T12:00:00Z");
		is(callBack(asked("2026-01-10T12:00:00Z")), "COMPLETED", earliest);
		var plain = reached("2026-01-10T18:00:00Z");
		correct(plain, 1, "callBackAfter: \"2026-02-01T12:00:00Z\"");
		is(callBack(plain), "COMPLETED", earliest);
	}

	@Test
	void whatNobodyAsksForAnyMoreIsNotReopened() {
		var asked = asked("2026-01-10T12:00:00Z");
		var task = callBack(asked);
		var answer = reached("2026-01-11T12:00:00Z");
		retract(asked, 1);
		correct(answer, 1, "outcome: NO_ANSWER");
		is(task, "COMPLETED", answer);
		correct(asked, 2, "notes: \"It happened\"");
		correct(answer, 2, "outcome: REACHED");
		var other = asked("2026-01-10T13:00:00Z");
		var ended = callBack(other);
		is(ended, "COMPLETED", answer);
		correct(other, 1, "outcome: REACHED, callBackAfter: null");
		correct(answer, 3, "outcome: NO_ANSWER");
		is(ended, "COMPLETED", answer);
		is(task, "COMPLETED", other);
	}

	@Test
	void aRequestThatIsSentAgainLaterIsAnsweredAsBefore() {
		var input = Map.<String, Object>of("idempotencyKey", "later", "callBackAfter",
				Instant.now().plusSeconds(600).toString());
		var first = contact("CALL_BACK", input).text("/recordInteraction/interaction/id");
		this.clock.advance(Duration.ofHours(1));
		assertThat(contact("CALL_BACK", input).text("/recordInteraction/interaction/id")).isEqualTo(first);
	}

	private String asked(String at) {
		return contact("CALL_BACK", Map.of("at", at, "callBackAfter", "2026-02-01T12:00:00Z"))
			.text("/recordInteraction/interaction/id");
	}

	private String reached(String at) {
		return contact("REACHED", Map.of("at", at)).text("/recordInteraction/interaction/id");
	}

	private String callBack(String interaction) {
		return this.api
			.ask(this.staff, "query ($id: ID!) { node(id: $id) { ... on Interaction { callBack { id } } } }", "id",
					interaction)
			.text("/node/callBack/id");
	}

	private void is(String task, String status, String answer) {
		this.api
			.ask(this.staff,
					"query ($id: ID!) { node(id: $id) { ... on Task { status completedByInteraction { id } } } }", "id",
					task)
			.is("{node: {status: '%s', completedByInteraction: %s}}".formatted(status,
					answer == null ? null : "{id: '" + answer + "'}"));
	}

	private void retract(String id, int version) {
		this.api.ask(this.staff,
				"mutation ($id: ID!, $v: Int!) { retractInteraction(input: {id: $id, expectedVersion: $v, correctionReason: \"X\"}) { errors { code path } } }",
				"id", id, "v", version)
			.hasUserErrors();
	}

	private String bodyId() {
		return Some.id("bod", this.body);
	}

	private static String account(Viewer person) {
		return Some.id("acc", person.id());
	}

	private Answer contact(String outcome, Map<String, Object> more) {
		Map<String, Object> all = new HashMap<>(Map.of("bodyId", bodyId()));
		all.putAll(more);
		return this.outreach.contact(this.staff, this.campaign, outcome, all);
	}

	private void correct(String id, int version, String change) {
		assertThat(this.api.ask(this.staff,
				"mutation ($id: ID!, $v: Int!) { correctInteraction(input: {id: $id, expectedVersion: $v, correctionReason: \"X\", "
						+ change + "}) { interaction { version } errors { code path } } }",
				"id", id, "v", version)
			.at("/correctInteraction/interaction/version")
			.asInt()).isEqualTo(version + 1);
	}

	private String status(String task) {
		return this.api.ask(this.staff, "query ($id: ID!) { node(id: $id) { ... on Task { status } } }", "id", task)
			.text("/node/status");
	}

	private String dueOn(String task) {
		return this.api.ask(this.staff, "query ($id: ID!) { node(id: $id) { ... on Task { dueOn } } }", "id", task)
			.text("/node/dueOn");
	}

}
