package org.solidarity.action.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ParticipationApiTest {

	static final String RSVP = """
			mutation ($k: String!, $a: ID!, $m: ID, $b: ID, $s: ID, $g: Int) { rsvp(input: {idempotencyKey: $k, actionId: $a,
			  memberId: $m, onBehalfOfId: $b, shiftId: $s, answer: ACCEPTED, guests: $g}) {
			  participation { id rsvp version } errors { code path } } }""";

	static final String CHECK_IN = """
			mutation ($a: ID!, $n: String!, $p: ID, $m: ID, $b: ID, $g: Int) { checkIn(input: {actionId: $a, nonce: $n,
			  participationId: $p, memberId: $m, onBehalfOfId: $b, guests: $g}) {
			  participation { id outcome rsvp } errors { code path } } }""";

	static final String CHANGE = """
			mutation ($id: ID!, $v: Int!, $r: RsvpStatus, $g: Int) { changeRsvp(input: {id: $id, expectedVersion: $v, answer: $r,
			  guests: $g}) { participation { rsvp } errors { code path } } }""";

	static final String TURNOUT = "query ($a: ID!) { node(id: $a) { ... on Action { turnout { checkedIn total rsvps { accepted waitlisted cancelled } } } } }";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID local;

	Viewer staff;

	Viewer coordinator;

	UUID campaign;

	@BeforeEach
	void aCampaign() {
		this.local = this.some.local("Demo Local 30");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.local);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
	}

	@Test
	void whoAcceptsWithoutAFreeSeatWaitsAndIsPromotedInOrder() {
		var action = action(3);
		var first = rsvp(action, member("A"), 1);
		var second = rsvp(action, member("B"), 1);
		var third = rsvp(action, member("C"), 0);
		var fourth = rsvp(action, member("D"), 0);
		assertThat(List.of(status(first), status(second), status(third), status(fourth))).containsExactly("ACCEPTED",
				"WAITLISTED", "ACCEPTED", "WAITLISTED");
		this.api.ask(this.coordinator, CHANGE, "id", id(first), "v", 1, "r", "CANCELLED")
			.is("{changeRsvp: {participation: {rsvp: 'CANCELLED'}, errors: []}}");
		this.api.ask(this.coordinator, TURNOUT, "a", action)
			.is("{node: {turnout: {checkedIn: 0, total: 0, rsvps: {accepted: 3, waitlisted: 1, cancelled: 1}}}}");
		this.api.ask(this.coordinator, CHANGE, "id", id(first), "v", 1, "r", "ACCEPTED").isRefused("CONFLICT");
		this.api.ask(this.coordinator, CHANGE, "id", id(third), "v", 1, "g", 5)
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.coordinator, CHANGE, "id", id(third), "v", 1, "r", "WAITLISTED")
			.hasUserErrors("INVALID input.answer");
	}

	@Test
	void ofManyAtOnceNoMoreAreSeatedThanThereAreSeats() throws Exception {
		var action = action(3);
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String key = "k" + i;
			calls.add(
					() -> this.api.ask(this.coordinator, RSVP, "k", key, "a", action, "b", Some.id("bod", this.local)));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			List<String> statuses = new ArrayList<>();
			for (var answer : threads.invokeAll(calls)) {
				statuses.add(status(answer.get()));
			}
			assertThat(statuses).filteredOn("ACCEPTED"::equals).hasSize(3);
			assertThat(statuses).filteredOn("WAITLISTED"::equals).hasSize(5);
		}
	}

	@Test
	void seatsOfAShiftAreItsOwn() {
		var action = action(100);
		var shift = this.api
			.ask(this.coordinator,
					"""
							mutation ($a: ID!) { addShift(input: {actionId: $a, date: "2026-05-01", startTime: "22:00", endTime: "02:00",
							  capacity: 1}) { shift { id } errors { code } } }""",
					"a", action)
			.text("/addShift/shift/id");
		var member = member("Shift");
		assertThat(status(this.api.ask(this.coordinator, RSVP, "k", "1", "a", action, "m", member, "s", shift)))
			.isEqualTo("ACCEPTED");
		assertThat(status(this.api.ask(this.coordinator, RSVP, "k", "2", "a", action, "m", member("Late"), "s", shift)))
			.isEqualTo("WAITLISTED");
		assertThat(status(this.api.ask(this.coordinator, RSVP, "k", "3", "a", action, "m", member)))
			.isEqualTo("ACCEPTED");
		this.api.ask(this.coordinator, RSVP, "k", "4", "a", action, "m", member).hasUserErrors("TAKEN input.memberId");
		this.api.ask(this.coordinator, TURNOUT, "a", action)
			.is("{node: {turnout: {checkedIn: 0, total: 0, rsvps: {accepted: 1, waitlisted: 1, cancelled: 0}}}}");
	}

	@Test
	void aCheckInCountsOnceHoweverOftenItIsSent() throws Exception {
		var action = action(null);
		var member = member("Phone");
		var expected = id(rsvp(action, member, 2));
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			calls.add(() -> this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "nonce-anonymous", "b",
					Some.id("bod", this.local)));
			calls
				.add(() -> this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "nonce-expected", "p", expected));
			calls.add(() -> this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "nonce-expected", "m", member));
			String walkIn = "nonce-walk-in-" + i;
			String person = member("Walk in " + (i / 2));
			calls.add(() -> this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", walkIn, "m", person));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (var answer : threads.invokeAll(calls)) {
				assertThat(answer.get().text("/checkIn/participation/outcome")).isEqualTo("ATTENDED");
			}
		}
		assertThat(this.api.ask(this.coordinator, TURNOUT, "a", action).at("/node/turnout/checkedIn").asInt())
			.isEqualTo(1 + 3 + 2);
		this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "nonce-expected", "b", Some.id("bod", this.local))
			.hasUserErrors("TAKEN input.nonce");
		this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "short", "b", Some.id("bod", this.local))
			.hasUserErrors("OUT_OF_RANGE input.nonce");
	}

	@Test
	void absenceIsMarkedAndALateCheckInStandsAgainstIt() {
		var action = action(null);
		var id = id(rsvp(action, member("Late"), 0));
		var absent = "mutation ($id: ID!, $v: Int!) { markNoShow(input: {id: $id, expectedVersion: $v}) { participation { outcome rsvp } errors { code path } } }";
		this.api.ask(this.coordinator, absent, "id", id, "v", 1)
			.is("{markNoShow: {participation: {outcome: 'NO_SHOW', rsvp: 'ACCEPTED'}, errors: []}}");
		this.api.ask(this.coordinator, CHECK_IN, "a", action, "n", "a day late", "p", id)
			.is("{checkIn: {participation: {id: '" + id + "', outcome: 'ATTENDED', rsvp: 'ACCEPTED'}, errors: []}}");
		this.api.ask(this.coordinator, absent, "id", id, "v", 3).hasUserErrors("MOVE_NOT_ALLOWED input.id");
	}

	@Test
	void staffAndOtherCoordinatorsSeeNoPersonsRowWithEitherWallDown() {
		var action = action(null);
		var id = id(rsvp(action, member("Secret"), 0));
		UUID elsewhere = this.some.local("Other local");
		Viewer other = this.viewers.coordinator(elsewhere);
		this.some.worksOn(this.campaign, other);
		var partner = this.viewers.partner(this.local);
		this.some.shareActions(this.campaign, partner);
		var query = """
				query ($a: ID!, $p: ID!) { node(id: $p) { id } action: node(id: $a) { ... on Action {
				  participations { nodes { id member { name } } totalCount } } } }""";
		var nothing = "{node: null, action: {participations: {nodes: [], totalCount: 0}}}";
		for (Viewer viewer : List.of(this.staff, other, partner)) {
			this.api.ask(viewer, query, "a", action, "p", id).is(nothing);
			assertThat(this.transactions.<Integer>read(viewer, () -> this.sql.fetchCount(PARTICIPATION,
					PARTICIPATION.ACTION_ID.eq(NodeId.valueOf(action).uuid()))))
				.isZero();
		}
		this.walls.without(() -> {
			for (Viewer viewer : List.of(this.staff, other, partner)) {
				this.api.ask(viewer, query, "a", action, "p", id).is(nothing);
			}
			return null;
		}, "participation", "person");
		assertThat(this.api.ask(this.staff, TURNOUT, "a", action).at("/node/turnout/rsvps/accepted").asInt())
			.isEqualTo(1);
		assertThat(this.api.ask(other, TURNOUT, "a", action).at("/node/turnout/rsvps/accepted").asInt()).isZero();
		assertThat(this.sql.fetchCount(PARTICIPATION)).isZero();
		this.api.ask(other, RSVP, "k", "1", "a", action, "b", Some.id("bod", this.local))
			.hasUserErrors("NOT_FOUND input.onBehalfOfId");
		this.api.ask(other, CHANGE, "id", id, "v", 1, "r", "DECLINED").hasUserErrors("NOT_FOUND input.id");
	}

	@Test
	void countsThatContradictStandSideBySideAndTheLastOneMeantToCounts() {
		var action = action(null);
		var record = """
				mutation ($k: String!, $a: ID!, $b: ID, $n: Int!, $c: Boolean!) { recordHeadcount(input: {idempotencyKey: $k,
				  actionId: $a, bodyId: $b, count: $n, high: 2000, method: PRESS, countedBy: "Someone", counts: $c}) {
				  headcount { count counts } errors { code path } } }""";
		var body = Some.id("bod", this.local);
		this.api.ask(this.coordinator, record, "k", "1", "a", action, "b", body, "n", 40, "c", true);
		this.api.ask(this.coordinator, record, "k", "2", "a", action, "b", body, "n", 60, "c", true);
		this.api.ask(this.coordinator, record, "k", "3", "a", action, "b", body, "n", 90, "c", false);
		this.api.ask(this.coordinator, record, "k", "3", "a", action, "b", body, "n", 90, "c", false);
		this.api.ask(this.staff, record, "k", "4", "a", action, "n", 1000, "c", true);
		this.api.ask(this.staff, """
				query ($a: ID!) { node(id: $a) { ... on Action { headcounts { nodes { count counts body { id } } }
				  turnout { headcount crowd total byBody { nodes { headcount total } } } } } }""", "a", action)
			.is("{node: {headcounts: {nodes: [{count: 1000, counts: true, body: null}, {count: 90, counts: false, body: {id: '"
					+ body + "'}}, {count: 60, counts: true, body: {id: '" + body
					+ "'}}, {count: 40, counts: false, body: {id: '" + body
					+ "'}}]}, turnout: {headcount: 60, crowd: 1000, total: 1000, byBody: {nodes: [{headcount: 60, total: 60}]}}}}");
		this.api.ask(this.coordinator, record, "k", "5", "a", action, "b", body, "n", 3000, "c", true)
			.hasUserErrors("OUT_OF_RANGE input.high");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(HEADCOUNT).set(HEADCOUNT.COUNT, 1).execute()))
			.hasStackTraceContaining("permission denied");
	}

	private Answer rsvp(String action, String member, int guests) {
		return this.api.ask(this.coordinator, RSVP, "k", member, "a", action, "m", member, "g", guests);
	}

	private static String status(Answer answer) {
		return answer.text("/rsvp/participation/rsvp");
	}

	private static String id(Answer answer) {
		return answer.text("/rsvp/participation/id");
	}

	private String action(Integer capacity) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!, $h: ID!, $n: Int) { createAction(input: {campaignId: $c, hostId: $h, kind: RALLY, title: "Rally",
							  visibility: PARTNER, capacity: $n, schedule: {startDate: "2026-05-01", timeZone: "America/Los_Angeles"}}) {
							  action { id } errors { code path } } }""",
					"c", Some.id("cam", this.campaign), "h", Some.id("bod", this.local), "n", capacity)
			.text("/createAction/action/id");
	}

	private String member(String name) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($k: String!, $c: ID!, $g: String) { recordMember(input: {idempotencyKey: $k, controllerId: $c, givenName: $g}) {
							  member { id } } }""",
					"k", name, "c", Some.id("bod", this.local), "g", name)
			.text("/recordMember/member/id");
	}

}
