package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.TASK;
import static org.solidarity.support.Outreach.account;

import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.springframework.beans.factory.annotation.Autowired;

/** How the tasks to call back follow what is recorded, corrected and retracted. */
@ApiTest
class CallBackApiTest {

	@Autowired
	Api api;

	@Autowired
	Some some;

	@Autowired
	Outreach outreach;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Local to call back");
	}

	@Test
	void aCallBackIsATaskThatTheNextContactCompletes() {
		var asked = this.scene.contact("CALL_BACK",
				Map.of("at", "2026-01-10T12:00:00Z", "callBackAfter", "2026-02-01T02:00:00Z"));
		asked.is("""
				{recordInteraction: {interaction: {id: '%s', callBack: {id: '%s', status: 'OPEN', dueOn: '2026-01-31',
				  subject: 'Call back', source: 'CALL_BACK', assignee: {id: '%s'}}}, errors: []}}""".formatted(
				asked.text("/recordInteraction/interaction/id"),
				asked.text("/recordInteraction/interaction/callBack/id"), account(this.scene.staff())));
		var task = asked.text("/recordInteraction/interaction/callBack/id");
		this.scene.contact("NO_ANSWER", Map.of());
		this.scene.contact("REACHED", Map.of("bodyId", Some.id("bod", this.some.local("Another"))));
		this.scene.contact("REACHED", Map.of("at", "2026-01-09T12:00:00Z"));
		this.outreach.contact(this.scene.staff(), this.some.campaign(this.scene.staff()), "REACHED",
				Map.of("bodyId", this.scene.bodyId()));
		assertThat(status(task)).as("by another outcome, body, time or campaign").isEqualTo("OPEN");
		var answer = this.scene.contacted("REACHED", Map.of());
		this.api.ask(this.scene.staff(), """
				query ($id: ID!) { node(id: $id) { ... on Task { status completedBy { id } completedByInteraction { id }
				  interaction { id } } } }""", "id", task)
			.is("{node: {status: 'COMPLETED', completedBy: {id: '%s'}, completedByInteraction: {id: '%s'}, interaction: {id: '%s'}}}"
				.formatted(account(this.scene.staff()), answer, asked.text("/recordInteraction/interaction/id")));
		correct(answer, 1, "outcome: NO_ANSWER");
		assertThat(status(task)).as("after the answer was corrected").isEqualTo("OPEN");
		correct(answer, 2, "outcome: REACHED");
		assertThat(status(task)).isEqualTo("COMPLETED");
		retract(answer, 3);
		assertThat(status(task)).as("after the answer was retracted").isEqualTo("OPEN");
	}

	@Test
	void aCallBackFollowsTheCorrectionsOfWhatAskedForIt() {
		var asked = this.scene.contacted("REACHED", Map.of("at", "2026-01-10T12:00:00Z"));
		correct(asked, 1, "callBackAfter: \"2026-03-01T12:00:00Z\"");
		var task = callBack(asked);
		this.outreach.change(this.scene.staff(), "rescheduleTask", task, 1, Map.of("dueOn", "2026-03-05"));
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
		var first = this.scene.contact("CALL_BACK", input).text("/recordInteraction/interaction/callBack/id");
		assertThat(this.scene.contact("CALL_BACK", input).text("/recordInteraction/interaction/callBack/id"))
			.isEqualTo(first);
		assertThat(this.api
			.ask(this.scene.staff(), "query ($c: ID!) { node(id: $c) { ... on Campaign { tasks { totalCount } } } }",
					"c", this.scene.campaignId())
			.at("/node/tasks/totalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void whatStaffReopenedStaysOpenUntilSomeoneIsReachedAgain() {
		var task = callBack(asked("2026-01-10T12:00:00Z"));
		var answer = reached("2026-01-11T12:00:00Z");
		this.outreach.change(this.scene.staff(), "reopenTask", task, 2, Map.of()).hasUserErrors();
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

	private String asked(String at) {
		return this.scene.contacted("CALL_BACK", Map.of("at", at, "callBackAfter", "2026-02-01T12:00:00Z"));
	}

	private String reached(String at) {
		return this.scene.contacted("REACHED", Map.of("at", at));
	}

	private String callBack(String interaction) {
		return this.api
			.ask(this.scene.staff(), "query ($id: ID!) { node(id: $id) { ... on Interaction { callBack { id } } } }",
					"id", interaction)
			.text("/node/callBack/id");
	}

	private void is(String task, String status, String answer) {
		this.api
			.ask(this.scene.staff(),
					"query ($id: ID!) { node(id: $id) { ... on Task { status completedByInteraction { id } } } }", "id",
					task)
			.is("{node: {status: '%s', completedByInteraction: %s}}".formatted(status,
					answer == null ? null : "{id: '" + answer + "'}"));
	}

	private void retract(String id, int version) {
		this.api.ask(this.scene.staff(),
				"mutation ($id: ID!, $v: Int!) { retractInteraction(input: {id: $id, expectedVersion: $v, correctionReason: \"X\"}) { errors { code path } } }",
				"id", id, "v", version)
			.hasUserErrors();
	}

	private void correct(String id, int version, String change) {
		assertThat(this.api.ask(this.scene.staff(),
				"mutation ($id: ID!, $v: Int!) { correctInteraction(input: {id: $id, expectedVersion: $v, correctionReason: \"X\", "
						+ change + "}) { interaction { version } errors { code path } } }",
				"id", id, "v", version)
			.at("/correctInteraction/interaction/version")
			.asInt()).isEqualTo(version + 1);
	}

	private String status(String task) {
		return this.api
			.ask(this.scene.staff(), "query ($id: ID!) { node(id: $id) { ... on Task { status } } }", "id", task)
			.text("/node/status");
	}

	private String dueOn(String task) {
		return this.api
			.ask(this.scene.staff(), "query ($id: ID!) { node(id: $id) { ... on Task { dueOn } } }", "id", task)
			.text("/node/dueOn");
	}

}
