package org.solidarity.outreach.reminder;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
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

@ApiTest
class ReminderApiTest {

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

	Viewer staff;

	UUID campaign;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.some.campaign(this.staff);
	}

	@Test
	void eachMeetingThatIsNearHasOneTaskDueBeforeItsDeadline() {
		var local = target("Meets", this.staff);
		meeting(local, 20, 10);
		meeting(local, 12, -1);
		meeting(local, 5, null);
		meeting(local, 40, 31);
		cancel(meeting(local, 6, null));
		meeting(local, -3, null);
		meeting(this.some.local("No target"), 5, null);
		remind(this.staff, 30, 7).is("{createMeetingReminders: {campaign: {id: '%s'}, created: 3, errors: []}}"
			.formatted(Some.id("cam", this.campaign)));
		this.api
			.ask(this.staff, """
					query ($c: ID!) { node(id: $c) { ... on Campaign { tasks { nodes {
					  subject dueOn source assignee { id } body { name } meeting { date } } } } } }""", "c",
					Some.id("cam", this.campaign))
			.is("""
					{node: {tasks: {nodes: [
					 {subject: 'The body meets on %1$s', dueOn: '%2$s', source: 'MEETING_REMINDER', assignee: {id: '%7$s'}, body: {name: 'Meets'}, meeting: {date: '%1$s'}},
					 {subject: 'Resolutions are due on %3$s for the meeting on %4$s', dueOn: '%5$s', source: 'MEETING_REMINDER', assignee: {id: '%7$s'}, body: {name: 'Meets'}, meeting: {date: '%4$s'}},
					 {subject: 'The body meets on %6$s', dueOn: '%8$s', source: 'MEETING_REMINDER', assignee: {id: '%7$s'}, body: {name: 'Meets'}, meeting: {date: '%6$s'}}]}}}"""
				.formatted(day(5), day(0), day(10), day(20), day(3), day(12), Some.id("acc", this.staff.id()), day(5)));
		assertThat(created(remind(this.staff, 30, 7))).isZero();
		assertThat(created(remind(this.staff, 31, 7))).isEqualTo(1);
	}

	@Test
	void aTaskThatWasCompletedOrCancelledIsNotMadeAgain() {
		var local = target("Meets", null);
		meeting(local, 5, null);
		meeting(local, 6, null);
		remind(this.staff, 30, 0);
		var tasks = this.api.ask(this.staff, "query ($c: ID!) { tasks(filter: {campaignId: $c}) { nodes { id } } }",
				"c", Some.id("cam", this.campaign));
		this.outreach.change(this.staff, "completeTask", tasks.text("/tasks/nodes/0/id"), 1, Map.of());
		this.outreach.change(this.staff, "cancelTask", tasks.text("/tasks/nodes/1/id"), 1, Map.of("reason", "X"));
		assertThat(created(remind(this.staff, 30, 0))).isZero();
	}

	@Test
	void whoRemindAtOnceMakeOneTaskAMeeting() throws Exception {
		var local = target("Meets often", null);
		for (int i = 1; i <= 10; i++) {
			meeting(local, i, null);
		}
		var start = new CyclicBarrier(4);
		Callable<Answer> remind = () -> {
			start.await();
			return remind(this.staff, 30, 7);
		};
		int made = 0;
		try (var threads = Executors.newFixedThreadPool(4)) {
			for (var answer : threads.invokeAll(List.of(remind, remind, remind, remind))) {
				made += created(answer.get());
			}
		}
		assertThat(made).isEqualTo(10);
		assertThat(tasks(this.staff)).isEqualTo(10);
	}

	@Test
	void aCoordinatorRemindsOfTheirBodiesAndAnOwnerWhoMayNotSeeTheTaskIsNotGivenIt() {
		var mine = this.some.local("Mine");
		var coordinator = this.viewers.coordinator(mine);
		this.some.worksOn(this.campaign, coordinator);
		target(mine, coordinator);
		meeting(mine, 5, null);
		meeting(target("Not mine", coordinator), 5, null);
		assertThat(created(remind(coordinator, 30, 7))).isEqualTo(1);
		assertThat(tasks(coordinator)).isEqualTo(1);
		assertThat(created(remind(this.staff, 30, 7))).isEqualTo(1);
		this.api.ask(this.staff,
				"query ($c: ID!) { tasks(filter: {campaignId: $c, assignee: {isNull: true}}) { nodes { body { name } } } }",
				"c", Some.id("cam", this.campaign))
			.is("{tasks: {nodes: [{body: {name: 'Not mine'}}]}}");
	}

	@Test
	void whatCannotStandIsToldAtItsFieldAndOthersAreRefused() {
		remind(this.staff, 367, 91).hasUserErrors("OUT_OF_RANGE input.withinDays", "OUT_OF_RANGE input.daysBefore");
		remind(this.viewers.staff(), 30, 7).hasUserErrors("NOT_FOUND input.campaignId");
		for (Viewer other : List.of(this.viewers.auditor(), this.viewers.administrator(), this.viewers.partner())) {
			remind(other, 30, 7).isRefused("FORBIDDEN");
		}
	}

	@Test
	void manyMeetingsCostAsManyStatementsAsOne() {
		meeting(target("One", null), 5, null);
		int one = this.statements.during(() -> remind(this.staff, 30, 7));
		List<UUID> targets = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			targets.add(target("Many " + i, this.staff));
			meeting(targets.getLast(), 5, null);
		}
		assertThat(this.statements.during(() -> assertThat(created(remind(this.staff, 30, 7))).isEqualTo(20)))
			.isEqualTo(one);
	}

	private UUID target(String name, Viewer owner) {
		return target(this.some.local(name), owner);
	}

	private UUID target(UUID body, Viewer owner) {
		Map<String, Object> input = new HashMap<>(
				Map.of("campaignId", Some.id("cam", this.campaign), "bodyId", Some.id("bod", body)));
		if (owner != null) {
			input.put("ownerId", Some.id("acc", owner.id()));
		}
		this.api.ask(this.staff,
				"mutation ($input: AddTargetInput!) { addTarget(input: $input) { target { id } errors { message } } }",
				"input", input)
			.text("/addTarget/target/id");
		return body;
	}

	private String meeting(UUID of, int days, Integer deadline) {
		return this.outreach.meeting(this.staff, of, LocalDate.parse(day(days)),
				deadline == null ? null : LocalDate.parse(day(deadline)));
	}

	private void cancel(String meeting) {
		this.api.ask(this.staff,
				"mutation ($id: ID!) { cancelMeeting(input: {id: $id, expectedVersion: 1}) { meeting { cancelled } errors { code } } }",
				"id", meeting)
			.at("/cancelMeeting/meeting/cancelled");
	}

	private Answer remind(Viewer viewer, int within, int before) {
		return this.api.ask(viewer, """
				mutation ($c: ID!, $within: Int!, $before: Int!) {
				  createMeetingReminders(input: {campaignId: $c, withinDays: $within, daysBefore: $before}) {
				    campaign { id } created errors { code path } } }""", "c", Some.id("cam", this.campaign), "within",
				within, "before", before);
	}

	private static int created(Answer answer) {
		return answer.at("/createMeetingReminders/created").asInt();
	}

	private int tasks(Viewer viewer) {
		return this.api
			.ask(viewer, "query ($c: ID!) { tasks(filter: {campaignId: $c}) { totalCount } }", "c",
					Some.id("cam", this.campaign))
			.at("/tasks/totalCount")
			.asInt();
	}

	/** Where the campaign is. */
	private static String day(int offset) {
		return LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(offset).toString();
	}

}
