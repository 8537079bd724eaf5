package org.solidarity.action.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.ATTENDANCE;
import static org.solidarity.platform.jooq.Tables.CHECK_IN_CODE;
import static org.solidarity.platform.jooq.Tables.CHECK_IN_KEY;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.identity.SignIns;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.Some;
import org.solidarity.support.TestClock;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What whoever stands at the door can do with a code, and cannot. */
@ApiTest
class CheckInCodeTest {

	static final String ISSUE = """
			mutation ($k: String!, $a: ID!, $e: DateTime!, $w: Boolean) { issueCheckInCode(input: {idempotencyKey: $k, actionId: $a,
			  expiresAt: $e, walkIns: $w}) { checkInCode { id walkIns revokedAt } code errors { code path } } }""";

	static final String TURNOUT = "query ($a: ID!) { node(id: $a) { ... on Action { turnout { checkedIn } checkInCodes { id } } } }";

	@Autowired
	Api api;

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	SignIns signIns;

	@Autowired
	TestClock clock;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID local;

	Viewer staff;

	Viewer coordinator;

	UUID campaign;

	String action;

	@BeforeEach
	void anActionToday() {
		this.local = this.some.local("Door local");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.local);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
		this.action = action(this.local);
	}

	@AfterEach
	void setTheClockBack() {
		this.clock.reset();
	}

	@Test
	void aNamedParticipantIsCheckedInByWhoeverHasTheCodeAndNobodyIsNamed() {
		var participation = rsvp("Canary Person");
		String code = issue(this.coordinator, false).text("/issueCheckInCode/code");
		var reply = send(code, participation, "nonce-0001", this.clock.instant(), 2);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).isEqualTo("{\"recorded\":true}");
		this.api.ask(this.coordinator,
				"query ($p: ID!) { node(id: $p) { ... on Participation { outcome guests attendance { act byCode reason } } } }",
				"p", participation)
			.is("{node: {outcome: 'ATTENDED', guests: 2, attendance: [{act: 'CHECKED_IN', byCode: true, reason: null}]}}");
	}

	@Test
	void replaysOutOfOrderAndADayLateCountOnceByTheEarliest() throws Exception {
		var participation = rsvp("Phone");
		String code = issue(this.coordinator, true).text("/issueCheckInCode/code");
		Instant at = this.clock.instant();
		this.clock.advance(Duration.ofHours(30));
		List<Callable<Http.Reply>> calls = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			calls.add(() -> send(code, participation, "nonce-late", at.plusSeconds(60), null));
			calls.add(() -> send(code, null, "nonce-walk-in", at.plusSeconds(90), null));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (var reply : threads.invokeAll(calls)) {
				assertThat(reply.get().text()).isEqualTo("{\"recorded\":true}");
			}
		}
		assertThat(send(code, participation, "nonce-early", at, null).status()).isEqualTo(200);
		assertThat(this.api.ask(this.coordinator, TURNOUT, "a", this.action).at("/node/turnout/checkedIn").asInt())
			.isEqualTo(2);
		assertThat(
				Instant.parse(this.api
					.ask(this.coordinator, "query ($p: ID!) { node(id: $p) { ... on Participation { checkedInAt } } }",
							"p", participation)
					.text("/node/checkedInAt")))
			.isBetween(at.minusMillis(1), at.plusMillis(1));
		assertThat(send(code, null, "nonce-late", at, null).text()).contains("\"TAKEN\"", "\"nonce\"]");
		this.clock.advance(Duration.ofHours(60));
		assertThat(send(code, participation, "nonce-too-late", at, null).status()).isEqualTo(401);
	}

	@Test
	void anUndoneCheckInStaysUndoneWhenThePhoneSendsItAgain() {
		var participation = rsvp("Wrong");
		String code = issue(this.coordinator, false).text("/issueCheckInCode/code");
		send(code, participation, "nonce-wrong", this.clock.instant(), null);
		var undo = """
				mutation ($k: String!, $p: ID!, $v: Int!, $r: String!) { undoCheckIn(input: {idempotencyKey: $k, id: $p, expectedVersion: $v,
				  reason: $r}) { participation { outcome checkedInAt version attendance { act reason byCode } } errors { code path } } }""";
		this.api.ask(this.coordinator, undo, "k", "1", "p", participation, "v", 2, "r", " ")
			.hasUserErrors("REQUIRED input.reason");
		this.api.ask(this.coordinator, undo, "k", "1", "p", participation, "v", 1, "r", "x").isRefused("CONFLICT");
		this.api.ask(this.staff, undo, "k", "1", "p", participation, "v", 2, "r", "x")
			.hasUserErrors("NOT_FOUND input.id");
		this.api.ask(this.viewers.auditor(), undo, "k", "1", "p", participation, "v", 2, "r", "x")
			.isRefused("FORBIDDEN");
		var undone = "{undoCheckIn: {participation: {outcome: null, checkedInAt: null, version: 3, attendance: ["
				+ "{act: 'CHECKED_IN', reason: null, byCode: true}, {act: 'UNDONE', reason: 'Somebody else', byCode: false}]}, errors: []}}";
		for (int i = 0; i < 2; i++) {
			this.api.ask(this.coordinator, undo, "k", "2", "p", participation, "v", 2, "r", "Somebody else").is(undone);
		}
		this.api.ask(this.coordinator, undo, "k", "3", "p", participation, "v", 3, "r", "Again")
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		assertThat(send(code, participation, "nonce-wrong", this.clock.instant(), null).status()).isEqualTo(200);
		assertThat(checkedIn()).isZero();
		send(code, participation, "nonce-right", this.clock.instant(), null);
		assertThat(checkedIn()).isEqualTo(1);
		assertThatThrownBy(
				() -> this.transactions.write(Viewer.SYSTEM, () -> this.sql.deleteFrom(ATTENDANCE).execute()))
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(ATTENDANCE).setNull(ATTENDANCE.REASON).execute()))
			.hasStackTraceContaining("permission denied");
	}

	@Test
	void aCodeEndsWhenItIsRevokedAndWithWhoeverIssuedIt() {
		var participation = rsvp("Someone");
		var issued = issue(this.coordinator, false);
		String code = issued.text("/issueCheckInCode/code");
		String id = issued.text("/issueCheckInCode/checkInCode/id");
		this.api.ask(this.coordinator, TURNOUT, "a", this.action)
			.is("{node: {turnout: {checkedIn: 0}, checkInCodes: [{id: '" + id + "'}]}}");
		var revoke = "mutation ($id: ID!) { revokeCheckInCode(input: {id: $id}) { checkInCode { id } errors { code path } } }";
		this.api.ask(this.coordinator, revoke, "id", id)
			.is("{revokeCheckInCode: {checkInCode: {id: '" + id + "'}, errors: []}}");
		assertThat(send(code, participation, "nonce-revoked", this.clock.instant(), null).status()).isEqualTo(401);
		this.api.ask(this.coordinator, TURNOUT, "a", this.action)
			.is("{node: {turnout: {checkedIn: 0}, checkInCodes: []}}");
		String second = issue(this.coordinator, false).text("/issueCheckInCode/code");
		this.signIns.signOutEverywhere(this.coordinator);
		assertThat(send(second, participation, "nonce-signed-out", this.clock.instant(), null).status()).isEqualTo(401);
		String third = issue(this.staff, false).text("/issueCheckInCode/code");
		this.api.ask(this.viewers.administrator(),
				"mutation ($id: ID!) { changeAccountRole(input: {id: $id, expectedVersion: 1, role: AUDITOR}) { errors { code } } }",
				"id", Some.id("acc", this.staff.id()));
		assertThat(send(third, participation, "nonce-auditor", this.clock.instant(), null).status()).isEqualTo(401);
		assertThat(checkedIn()).isZero();
	}

	@Test
	void whatIsForgedOrOutOfItsTimeOrOfAnotherActionIsRefused() {
		var participation = rsvp("Someone");
		String code = issue(this.coordinator, false).text("/issueCheckInCode/code");
		Instant now = this.clock.instant();
		char other = (code.charAt(20) == 'A') ? 'B' : 'A';
		for (String forged : new String[] { "", "x", code.substring(1),
				code.substring(0, 20) + other + code.substring(21),
				code.substring(0, 50) + (code.startsWith("AAAA", 50) ? "BBBB" : "AAAA"), "ü" + code }) {
			assertThat(send(forged, participation, "nonce-forged", now, null).status()).as(forged).isEqualTo(401);
		}
		assertThat(send(code, participation, "nonce-before", now.minus(Duration.ofMinutes(6)), null).text())
			.contains("\"OUT_OF_RANGE\"", "\"happenedAt\"]");
		assertThat(send(code, participation, "nonce-future", now.plus(Duration.ofMinutes(6)), null).text())
			.contains("\"OUT_OF_RANGE\"");
		assertThat(send(code, participation, "nonce-after", now.plus(Duration.ofHours(3)), null).status())
			.isEqualTo(422);
		assertThat(send(code, null, "nonce-walk-in", now, null).text()).contains("\"REQUIRED\"",
				"\"participationId\"]");
		assertThat(send(code, participation, null, now, null).text()).contains("\"REQUIRED\"", "\"nonce\"]");
		assertThat(send(code, participation, "short", now, null).text()).contains("\"OUT_OF_RANGE\"");
		for (String none : new String[] { "par_nonsense", this.action }) {
			assertThat(send(code, none, "nonce-nobody", now, null).text()).contains("\"NOT_FOUND\"",
					"\"participationId\"]");
		}
		this.action = action(this.local);
		var elsewhere = rsvp("Elsewhere");
		assertThat(send(code, elsewhere, "nonce-elsewhere", now, null).text()).contains("\"NOT_FOUND\"");
		assertThat(checkedIn()).isZero();
		assertThat(post("[").status()).isEqualTo(400);
		assertThat(post("null").status()).isEqualTo(400);
		assertThat(post("{\"code\": \"" + "x".repeat(5_000) + "\"}").status()).isEqualTo(400);
	}

	@Test
	void onlyWhoRecordsForTheHostIssuesACodeAndNotForLong() {
		Instant now = this.clock.instant();
		this.api
			.ask(this.coordinator, ISSUE, "k", "1", "a", this.action, "e", now.plus(Duration.ofHours(25)).toString())
			.hasUserErrors("OUT_OF_RANGE input.expiresAt");
		var local = this.some.local("Other local");
		var other = this.viewers.coordinator(local);
		this.some.worksOn(this.campaign, other);
		String expires = now.plus(Duration.ofHours(2)).toString();
		this.api.ask(other, ISSUE, "k", "1", "a", this.action, "e", expires).hasUserErrors("NOT_FOUND input.actionId");
		this.api.ask(this.viewers.staff(), ISSUE, "k", "1", "a", this.action, "e", expires)
			.hasUserErrors("NOT_FOUND input.actionId");
		this.api.ask(this.viewers.partner(this.local), ISSUE, "k", "1", "a", this.action, "e", expires)
			.isRefused("FORBIDDEN");
		var first = this.api.ask(this.coordinator, ISSUE, "k", "2", "a", this.action, "e", expires);
		var again = this.api.ask(this.coordinator, ISSUE, "k", "2", "a", this.action, "e", expires);
		assertThat(again.text("/issueCheckInCode/code")).isEqualTo(first.text("/issueCheckInCode/code"));
		for (int i = 1; i < 20; i++) {
			issue(this.coordinator, false);
		}
		issue(this.coordinator, false).hasUserErrors("OUT_OF_RANGE input.actionId");
	}

	@Test
	void aCodeIsSeenByWhoWorksOnTheCampaignWithEitherWallDown() {
		String id = issue(this.coordinator, false).text("/issueCheckInCode/checkInCode/id");
		var query = "query ($id: ID!) { node(id: $id) { id } }";
		for (Viewer one : new Viewer[] { this.staff, this.coordinator, this.viewers.auditor() }) {
			this.api.ask(one, query, "id", id).is("{node: {id: '" + id + "'}}");
			assertThat(this.transactions.<Integer>read(one, () -> this.sql.fetchCount(CHECK_IN_KEY))).isZero();
		}
		for (Viewer other : new Viewer[] { this.viewers.staff(), this.viewers.administrator(),
				this.viewers.partner(this.local) }) {
			assertThat(this.transactions.<Integer>read(other, () -> this.sql.fetchCount(CHECK_IN_CODE))).isZero();
			this.walls.without(() -> this.api.ask(other, query, "id", id).is("{node: null}"), "check_in_code");
		}
		var participation = rsvp("Seen by few");
		this.api.ask(this.coordinator, """
				mutation ($a: ID!, $p: ID!) { checkIn(input: {actionId: $a, nonce: "nonce-seen", participationId: $p}) {
				  participation { outcome } errors { code } } }""", "a", this.action, "p", participation)
			.is("{checkIn: {participation: {outcome: 'ATTENDED'}, errors: []}}");
		for (Viewer other : new Viewer[] { this.staff, this.viewers.partner(this.local),
				this.viewers.administrator() }) {
			assertThat(this.transactions.<Integer>read(other, () -> this.sql.fetchCount(ATTENDANCE))).isZero();
		}
	}

	@Test
	void wrongCodesAreSlowedDown() {
		String none = JsonMapper.shared().writeValueAsString(Map.of("code", "wrong"));
		int last = 0;
		for (int i = 0; i < 60 && last != 429; i++) {
			last = this.http
				.sendFrom("127.9.8.7",
						this.http.anonymous("/check-in")
							.header("Content-Type", "application/json")
							.POST(HttpRequest.BodyPublishers.ofString(none)))
				.status();
		}
		assertThat(last).isEqualTo(429);
	}

	private int checkedIn() {
		return this.api.ask(this.coordinator, TURNOUT, "a", this.action).at("/node/turnout/checkedIn").asInt();
	}

	private Answer issue(Viewer viewer, boolean walkIns) {
		return this.api.ask(viewer, ISSUE, "k", UUID.randomUUID().toString(), "a", this.action, "e",
				this.clock.instant().plus(Duration.ofHours(2)).toString(), "w", walkIns);
	}

	private Http.Reply send(String code, String participation, String nonce, Instant at, Integer guests) {
		Map<String, Object> sent = new LinkedHashMap<>();
		sent.put("code", code);
		sent.put("participationId", participation);
		sent.put("nonce", nonce);
		sent.put("happenedAt", at.toString());
		sent.put("guests", guests);
		return post(JsonMapper.shared().writeValueAsString(sent));
	}

	private Http.Reply post(String body) {
		return this.http.send(this.http.anonymous("/check-in")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private String rsvp(String name) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($k: String!, $c: ID!, $g: String) { recordMember(input: {idempotencyKey: $k, controllerId: $c, givenName: $g}) {
							  member { id } } }""",
					"k", name, "c", Some.id("bod", this.local), "g", name)
			.at("/recordMember/member/id")
			.asString()
			.transform(member -> this.api.ask(this.coordinator,
					"""
							mutation ($k: String!, $a: ID!, $m: ID) { rsvp(input: {idempotencyKey: $k, actionId: $a, memberId: $m,
							  answer: ACCEPTED}) { participation { id } errors { code path } } }""",
					"k", member, "a", this.action, "m", member))
			.text("/rsvp/participation/id");
	}

	private String action(UUID host) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!, $h: ID!) { createAction(input: {campaignId: $c, hostId: $h, kind: RALLY, title: "Rally",
							  visibility: PARTNER, schedule: {startDate: "2026-05-01", timeZone: "America/Los_Angeles"}}) {
							  action { id } errors { code path } } }""",
					"c", Some.id("cam", this.campaign), "h", Some.id("bod", host))
			.text("/createAction/action/id");
	}

}
