package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.TASK;
import static org.solidarity.support.Outreach.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
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
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Local with tasks");
	}

	@Test
	void aTaskGoesFromHandToHandUntilItIsDoneAndCanBeTakenUpAgain() {
		var colleague = this.viewers.staff();
		this.some.worksOn(this.scene.campaign(), colleague);
		var id = this.scene
			.tasked(Map.of("bodyId", this.scene.bodyId(), "details", "Llámalos — 見本", "idempotencyKey", "k"));
		assertThat(this.scene
			.tasked(Map.of("bodyId", this.scene.bodyId(), "details", "Llámalos — 見本", "idempotencyKey", "k")))
			.isEqualTo(id);
		var who = Map.<String, Object>of("assigneeId", account(colleague));
		this.outreach.change(this.scene.staff(), "reassignTask", id, 1, who)
			.is("{reassignTask: {task: {status: 'OPEN', version: 2, assignee: {id: '%s'}, dueOn: null, dueAt: null}, errors: []}}"
				.formatted(account(colleague)));
		this.outreach.change(colleague, "rescheduleTask", id, 2, Map.of("dueOn", "2026-01-31"))
			.is("{rescheduleTask: {task: {status: 'OPEN', version: 3, assignee: {id: '%s'}, dueOn: '2026-01-31', dueAt: null}, errors: []}}"
				.formatted(account(colleague)));
		this.outreach.change(colleague, "completeTask", id, 2, Map.of()).isRefused("CONFLICT");
		assertThat(this.outreach.change(colleague, "completeTask", id, 3, Map.of()).text("/completeTask/task/status"))
			.isEqualTo("COMPLETED");
		for (String mutation : List.of("reassignTask", "rescheduleTask", "completeTask")) {
			this.outreach.change(this.scene.staff(), mutation, id, 4, Map.of())
				.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		}
		this.outreach.change(this.scene.staff(), "cancelTask", id, 4, Map.of("reason", "No"))
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.scene.staff(),
				"query ($id: ID!) { node(id: $id) { ... on Task { subject details completedBy { id } createdBy { id } source overdue } } }",
				"id", id)
			.is("{node: {subject: 'Do it', details: 'Llámalos — 見本', completedBy: {id: '%s'}, createdBy: {id: '%s'}, source: 'MANUAL', overdue: false}}"
				.formatted(account(colleague), account(this.scene.staff())));
		this.outreach.change(this.scene.staff(), "reopenTask", id, 4, Map.of());
		this.outreach.change(this.scene.staff(), "reopenTask", id, 5, Map.of())
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.outreach.change(this.scene.staff(), "cancelTask", id, 5, Map.of("reason", " "))
			.hasUserErrors("REQUIRED input.reason");
		this.outreach.change(this.scene.staff(), "cancelTask", id, 5, Map.of("reason", "Not any more"));
		this.api.ask(this.scene.staff(),
				"query ($id: ID!) { node(id: $id) { ... on Task { status completedAt completedBy { id } cancelledBecause version } } }",
				"id", id)
			.is("{node: {status: 'CANCELLED', completedAt: null, completedBy: null, cancelledBecause: 'Not any more', version: 6}}");
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		this.scene
			.task(this.scene.staff(),
					Map.of("subject", " ", "dueOn", "2300-01-01", "dueAt", "2026-01-01T00:00:00Z", "details",
							"x".repeat(5_001)))
			.hasUserErrors("REQUIRED input.subject", "TOO_LONG input.details", "OUT_OF_RANGE input.dueOn",
					"INVALID input.dueAt");
		this.scene.task(this.scene.staff(), Map.of("bodyId", "bod_x")).hasUserErrors("NOT_FOUND input.bodyId");
		this.scene.task(this.scene.staff(), Map.of("campaignId", Some.id("cam", this.some.campaign())))
			.hasUserErrors("NOT_FOUND input.campaignId");
		this.scene
			.task(this.scene.staff(),
					Map.of("bodyId", this.scene.bodyId(), "meetingId", this.outreach.meeting(this.scene.staff(),
							this.some.local("Another"), LocalDate.now().plusDays(3), null)))
			.hasUserErrors("NOT_FOUND input.meetingId");
		this.scene.task(this.scene.staff(), Map.of("assigneeId", account(this.viewers.staff())))
			.hasUserErrors("NOT_FOUND input.assigneeId");
		for (Viewer other : List.of(this.viewers.auditor(), this.viewers.administrator(),
				this.viewers.partner(this.scene.body()))) {
			this.scene.task(other, Map.of()).isRefused("FORBIDDEN");
		}
		this.api.ask(this.scene.staff(),
				"mutation ($c: ID!) { closeCampaign(input: {id: $c, expectedVersion: 1}) { errors { code } } }", "c",
				this.scene.campaignId());
		this.scene.task(this.scene.staff(), Map.of()).hasUserErrors("INVALID input.campaignId");
	}

	@Test
	void aTaskIsGivenOnlyToWhoeverMaySeeIt() {
		var theirs = this.viewers.coordinator(this.scene.body());
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		var outside = this.viewers.coordinator(this.scene.body());
		this.some.worksOn(this.scene.campaign(), theirs);
		this.some.worksOn(this.scene.campaign(), elsewhere);
		this.scene.task(this.scene.staff(), Map.of("bodyId", this.scene.bodyId(), "assigneeId", account(theirs)))
			.hasUserErrors();
		this.scene.task(this.scene.staff(), Map.of("assigneeId", account(elsewhere))).hasUserErrors();
		for (Viewer not : List.of(elsewhere, outside, this.viewers.auditor())) {
			this.scene.task(this.scene.staff(), Map.of("bodyId", this.scene.bodyId(), "assigneeId", account(not)))
				.hasUserErrors("NOT_FOUND input.assigneeId");
		}
		var member = this.outreach.member(theirs, this.scene.body());
		this.scene.task(theirs, Map.of("memberId", member, "assigneeId", account(this.scene.staff())))
			.hasUserErrors("NOT_FOUND input.assigneeId");
		this.scene.task(theirs, Map.of("memberId", member, "assigneeId", account(theirs))).hasUserErrors();
		this.scene.task(theirs, Map.of("assigneeId", account(this.scene.staff())))
			.hasUserErrors("INVALID input.assigneeId");
		this.scene.task(theirs, Map.of()).hasUserErrors("INVALID input.assigneeId");
		var own = this.scene.task(theirs, Map.of("assigneeId", account(theirs))).text("/createTask/task/id");
		this.outreach.change(theirs, "reassignTask", own, 1, Map.of("assigneeId", account(elsewhere)))
			.hasUserErrors("INVALID input.assigneeId");
	}

	@Test
	void ofTwoWhoCompleteAtOnceOneIsToldThatItCameLater() throws Exception {
		var id = this.scene.tasked(Map.of());
		var start = new CyclicBarrier(2);
		Callable<Answer> complete = () -> {
			start.await();
			return this.outreach.change(this.scene.staff(), "completeTask", id, 1, Map.of());
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
		var id = NodeId.valueOf(this.scene.tasked(Map.of())).uuid();
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(TASK).set(TASK.BODY_ID, this.scene.body()).where(TASK.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.deleteFrom(TASK).where(TASK.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
	}

}
