package org.solidarity.outreach.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Outreach;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which tasks, with either wall taken down. */
@ApiTest
class TaskWallsTest {

	private static final String EVERY_WAY = """
			query ($t: ID!, $c: ID!, $b: ID!) {
			  node(id: $t) { id } tasks(filter: {campaignId: $c}) { nodes { id } totalCount }
			  body: node(id: $b) { ... on Body { tasks { nodes { id } totalCount } taskTotals { open } } } }""";

	private static final String NOTHING = """
			{node: null, tasks: {nodes: [], totalCount: 0}, body: {tasks: {nodes: [], totalCount: 0}, taskTotals: {open: 0}}}""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Outreach outreach;

	@Autowired
	Walls walls;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Viewer staff;

	Viewer coordinator;

	UUID local;

	UUID campaign;

	String ofBody;

	String ofMember;

	String ofCampaign;

	@BeforeEach
	void aTaskOfEachKind() {
		this.staff = this.viewers.staff();
		this.local = this.some.local("Local with tasks");
		this.coordinator = this.viewers.coordinator(this.local);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
		this.ofBody = task(this.coordinator, Map.of("bodyId", Some.id("bod", this.local)));
		this.ofMember = task(this.coordinator, Map.of("memberId", this.outreach.member(this.coordinator, this.local)));
		this.ofCampaign = task(this.staff, Map.of());
	}

	@Test
	void eachSeesTheirOwn() {
		assertThat(seen(this.staff)).containsExactlyInAnyOrder(this.ofBody, this.ofCampaign);
		assertThat(seen(this.coordinator)).containsExactlyInAnyOrder(this.ofBody, this.ofMember);
		assertThat(seen(this.viewers.auditor())).containsExactlyInAnyOrder(this.ofBody, this.ofMember, this.ofCampaign);
		everyWay(this.staff, this.ofMember).is("""
				{node: null, tasks: {nodes: [{id: '%1$s'}, {id: '%2$s'}], totalCount: 2},
				 body: {tasks: {nodes: [{id: '%1$s'}], totalCount: 1}, taskTotals: {open: 1}}}""".formatted(this.ofBody,
				this.ofCampaign));
		var given = task(this.staff, Map.of("assigneeId", Some.id("acc", this.coordinator.id())));
		assertThat(seen(this.coordinator)).containsExactlyInAnyOrder(this.ofBody, this.ofMember, given);
	}

	@Test
	void aCoordinatorWithoutTheMembersSeesTasksAboutTheBodyOnlyWithEitherWallTakenDown() {
		var other = this.viewers.coordinatorWithoutMembers(this.local);
		this.some.worksOn(this.campaign, other);
		Runnable seen = () -> everyWay(other, this.ofMember).is("""
				{node: null, tasks: {nodes: [{id: '%1$s'}], totalCount: 1},
				 body: {tasks: {nodes: [{id: '%1$s'}], totalCount: 1}, taskTotals: {open: 1}}}"""
			.formatted(this.ofBody));
		seen.run();
		this.walls.without(() -> {
			seen.run();
			return null;
		}, "task");
		assertThat(count(other)).isEqualTo(1);
		this.outreach.change(other, "completeTask", this.ofMember, 1, Map.of()).hasUserErrors("NOT_FOUND input.id");
		this.outreach
			.task(this.staff, this.campaign,
					Map.of("bodyId", Some.id("bod", this.local), "assigneeId", Some.id("acc", other.id())))
			.hasUserErrors();
		this.outreach
			.task(this.coordinator, this.campaign, Map.of("memberId",
					this.outreach.member(this.coordinator, this.local), "assigneeId", Some.id("acc", other.id())))
			.hasUserErrors("NOT_FOUND input.assigneeId");
	}

	@Test
	void taskOfOthersLooksLikeNoTask() {
		for (Viewer other : others()) {
			for (String task : List.of(this.ofBody, this.ofMember, this.ofCampaign)) {
				everyWay(other, task).is(NOTHING);
			}
		}
	}

	@Test
	void theCodeHoldsWithoutThePolicies() {
		var others = others();
		this.walls.without(() -> {
			others.forEach(other -> everyWay(other, this.ofMember).is(NOTHING));
			assertThat(seen(this.staff)).containsExactlyInAnyOrder(this.ofBody, this.ofCampaign);
			assertThat(seen(this.coordinator)).containsExactlyInAnyOrder(this.ofBody, this.ofMember);
			return null;
		}, "task");
	}

	@Test
	void thePoliciesHoldWithoutTheCode() {
		for (Viewer other : others()) {
			assertThat(count(other)).as("for %s", other.role()).isZero();
		}
		assertThat(count(this.staff)).isEqualTo(2);
		assertThat(count(this.coordinator)).isEqualTo(2);
		assertThat(count(this.viewers.auditor())).isEqualTo(3);
		assertThat(this.sql.fetchCount(TASK)).isZero();
		for (Viewer other : withAnAuditor()) {
			assertThatThrownBy(() -> this.transactions.write(other,
					() -> this.sql.insertInto(TASK)
						.set(TASK.CAMPAIGN_ID, this.campaign)
						.set(TASK.BODY_ID, this.local)
						.set(TASK.SUBJECT, "Planted")
						.execute()))
				.as("for %s", other.role())
				.hasStackTraceContaining("row-level security");
			assertThat(this.transactions.<Integer>write(other,
					() -> this.sql.update(TASK).set(TASK.VERSION, 99).execute()))
				.isZero();
		}
	}

	@Test
	void aChangeOfAnothersTaskIsRefusedLikeThatOfNone() {
		var other = this.viewers.staff();
		for (String id : List.of(this.ofBody, this.ofMember, this.ofCampaign, Some.id("tsk", UUID.randomUUID()))) {
			for (String mutation : List.of("completeTask", "reopenTask", "reassignTask", "rescheduleTask")) {
				this.outreach.change(other, mutation, id, 1, Map.of()).hasUserErrors("NOT_FOUND input.id");
			}
			this.outreach.change(other, "cancelTask", id, 1, Map.of("reason", "X")).hasUserErrors("NOT_FOUND input.id");
		}
		this.outreach.change(this.viewers.auditor(), "completeTask", this.ofBody, 1, Map.of()).isRefused("FORBIDDEN");
	}

	@Test
	void theCallBackOfAMemberIsForWhoeverSeesThePerson() {
		var asked = this.outreach.contact(this.coordinator, this.campaign, "CALL_BACK", Map.of("memberId",
				this.outreach.member(this.coordinator, this.local), "callBackAfter", "2027-01-01T00:00:00Z"));
		var task = asked.text("/recordInteraction/interaction/callBack/id");
		assertThat(seen(this.coordinator)).contains(task);
		assertThat(seen(this.staff)).doesNotContain(task);
	}

	/** Who sees nothing, and who sees all and changes nothing. */
	private List<Viewer> withAnAuditor() {
		return Stream.concat(others().stream(), Stream.of(this.viewers.auditor())).toList();
	}

	private List<Viewer> others() {
		var elsewhere = this.viewers.coordinator(this.some.local("Other local"));
		this.some.worksOn(this.campaign, elsewhere);
		var partner = this.viewers.partner(this.local);
		this.some.shareActions(this.campaign, partner);
		return List.of(elsewhere, this.viewers.coordinator(this.local), this.viewers.staff(),
				this.viewers.administrator(), partner);
	}

	private Answer everyWay(Viewer viewer, String task) {
		return this.api.ask(viewer, EVERY_WAY, "t", task, "c", Some.id("cam", this.campaign), "b",
				Some.id("bod", this.local));
	}

	private List<String> seen(Viewer viewer) {
		return this.api
			.ask(viewer, "query ($c: ID!) { tasks(filter: {campaignId: $c}) { nodes { id } } }", "c",
					Some.id("cam", this.campaign))
			.at("/tasks/nodes")
			.valueStream()
			.map(node -> node.get("id").asString())
			.toList();
	}

	private String task(Viewer viewer, Map<String, Object> more) {
		return this.outreach.task(viewer, this.campaign, more).text("/createTask/task/id");
	}

	private int count(Viewer viewer) {
		return this.transactions.read(viewer, () -> this.sql.fetchCount(TASK, TASK.CAMPAIGN_ID.eq(this.campaign)));
	}

}
