package org.solidarity.action.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.CALENDAR_FEED;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.identity.SignIns;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.SignedIn;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is given which calendar, and by what. */
@ApiTest
class CalendarTest {

	static final String OPEN = """
			mutation ($k: String!, $c: ID) { openCalendarFeed(input: {idempotencyKey: $k, campaignId: $c}) {
			  feed { id campaign { id } closedAt } path errors { code path } } }""";

	static final String CLOSE = "mutation ($id: ID!) { closeCalendarFeed(input: {id: $id}) { feed { id } errors { code path } } }";

	@Autowired
	Api api;

	@Autowired
	Http http;

	@Autowired
	SignedIn browsers;

	@Autowired
	SignIns signIns;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	UUID host;

	Viewer staff;

	Viewer coordinator;

	UUID campaign;

	@BeforeEach
	void aCampaign() {
		this.host = this.some.local("Calendar local");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.host);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
	}

	@Test
	void aTokenIsGivenWhatItsGroupMaySee() {
		var token = this.viewers.token();
		action("Open rally", "PARTNER", true);
		var internal = action("Internal rally", "INTERNAL", true);
		var closed = action("Closed rally", "PARTNER", false);
		assertThat(get(token, "/calendar/campaigns/" + Some.id("cam", this.campaign) + ".ics").status()).isEqualTo(404);
		this.some.shareActions(this.campaign, token.viewer());
		var reply = get(token, "/calendar/campaigns/" + Some.id("cam", this.campaign) + ".ics");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
		assertThat(reply.header("Cache-Control")).isEqualTo("no-cache, private");
		assertThat(reply.text())
			.contains("SUMMARY:Open rally", "LOCATION:Grand Park\\, US-CA\\, US", "SUMMARY:Closed rally",
					"LOCATION:US-CA\\, US\r\n")
			.doesNotContain("Internal rally", "Gate 3");
		assertThat(get(token, "/calendar/actions.ics").text()).contains("Open rally").doesNotContain("Internal rally");
		assertThat(get(token, "/calendar/actions/" + closed + ".ics").text()).contains("SUMMARY:Closed rally")
			.doesNotContain("Open rally");
		for (String id : new String[] { internal, "act_nonsense", Some.id("cam", this.campaign) }) {
			assertThat(get(token, "/calendar/actions/" + id + ".ics").status()).isEqualTo(404);
		}
		var again = this.http.send(this.http.anonymous("/calendar/campaigns/" + Some.id("cam", this.campaign) + ".ics")
			.header("Authorization", "Bearer " + token.secret())
			.header("If-None-Match", reply.header("ETag")));
		assertThat(again.status()).isEqualTo(304);
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(CAMPAIGN_SHARE)
					.set(CAMPAIGN_SHARE.ACTIONS, false)
					.where(CAMPAIGN_SHARE.CAMPAIGN_ID.eq(this.campaign))
					.execute());
		assertThat(get(token, "/calendar/actions.ics").text()).doesNotContain("Open rally");
	}

	@Test
	void aSessionIsGivenACalendarAndNobodyElse() {
		var reply = this.browsers.staff().get("/calendar/actions.ics");
		assertThat(reply.statusCode()).isEqualTo(200);
		assertThat(reply.body()).startsWith("BEGIN:VCALENDAR\r\n");
		for (String path : new String[] { "/calendar/actions.ics", "/calendar/actions/act_x.ics",
				"/calendar/campaigns/cam_x.ics" }) {
			assertThat(this.http.send(this.http.anonymous(path)).status()).as(path).isEqualTo(401);
		}
	}

	@Test
	void aMovedAndACancelledActionStaysTheSameOne() {
		var id = action("Moving rally", "INTERNAL", true);
		String path = path(open(this.staff, Some.id("cam", this.campaign)));
		var before = read(path).text();
		this.api
			.ask(this.staff,
					"""
							mutation ($id: ID!) { updateAction(input: {id: $id, expectedVersion: 1, schedule: {startDate: "2099-11-02",
							  startTime: "10:00", timeZone: "America/New_York"}}) { errors { code } } }""",
					"id", id)
			.is("{updateAction: {errors: []}}");
		this.api.ask(this.staff,
				"mutation ($id: ID!) { cancelAction(input: {id: $id, expectedVersion: 2, reason: \"Rain\"}) { errors { code } } }",
				"id", id)
			.is("{cancelAction: {errors: []}}");
		var after = read(path).text();
		assertThat(before).contains("DTSTART;TZID=America/Los_Angeles:20990501T090000", "SEQUENCE:0",
				"STATUS:TENTATIVE");
		assertThat(after).contains("DTSTART;TZID=America/New_York:20991102T100000", "SEQUENCE:2", "STATUS:CANCELLED",
				"COMMENT:Rain");
		assertThat(uid(after)).isEqualTo(uid(before));
	}

	@Test
	void aFeedTellsNoPersonsNoInstructionsAndNoPlaceThatIsNotPublic() {
		var action = action("Quiet rally", "INTERNAL", false);
		this.api.ask(this.coordinator,
				"""
						mutation ($c: ID!, $a: ID!) { recordMember(input: {idempotencyKey: "m", controllerId: $c, givenName: "Canary Person"}) {
						  member { id } } rsvp(input: {idempotencyKey: "r", actionId: $a, onBehalfOfId: $c, answer: ACCEPTED}) { errors { code } } }""",
				"c", Some.id("bod", this.host), "a", action)
			.at("/rsvp");
		var text = read(path(open(this.coordinator, null))).text();
		assertThat(text).contains("SUMMARY:Quiet rally", "LOCATION:US-CA\\, US\r\n", "CLASS:CONFIDENTIAL")
			.doesNotContain("Grand Park", "Gate 3", "GEO", "Canary");
	}

	@Test
	void aFeedEndsWhenItIsClosedAndWithTheAccountsSessions() {
		action("Rally", "INTERNAL", true);
		var closed = open(this.staff, null);
		var id = closed.text("/openCalendarFeed/feed/id");
		assertThat(read(path(closed)).status()).isEqualTo(200);
		this.api.ask(this.staff, CLOSE, "id", id).is("{closeCalendarFeed: {feed: {id: '" + id + "'}, errors: []}}");
		assertThat(read(path(closed)).status()).isEqualTo(404);
		var kept = path(open(this.staff, null));
		assertThat(read(kept).text()).contains("SUMMARY:Rally");
		this.signIns.signOutEverywhere(this.staff);
		assertThat(read(kept).status()).isEqualTo(404);
		var disabled = path(open(this.coordinator, null));
		assertThat(read(disabled).status()).isEqualTo(200);
		this.api.ask(this.viewers.administrator(),
				"mutation ($id: ID!) { disableAccount(input: {id: $id}) { errors { code } } }", "id",
				Some.id("acc", this.coordinator.id()));
		assertThat(read(disabled).status()).isEqualTo(404);
		for (String none : new String[] { "/calendar/feed.ics", "/calendar/feed.ics?key=",
				"/calendar/feed.ics?key=cal_0000000000000000000000000000000000000000" }) {
			assertThat(read(none).status()).isEqualTo(404);
		}
	}

	@Test
	void theSecretOfAFeedOpensNothingElse() {
		String secret = path(open(this.staff, null)).replaceAll(".*=", "");
		for (String path : new String[] { "/calendar/actions.ics", "/graphql" }) {
			assertThat(this.http.send(this.http.anonymous(path + "?key=" + secret)).status()).isEqualTo(401);
			assertThat(this.http.send(this.http.anonymous(path).header("Authorization", "Bearer " + secret)).status())
				.isEqualTo(401);
		}
		assertThat(
				this.transactions
					.read(Viewer.SYSTEM,
							() -> this.sql.fetchExists(CALENDAR_FEED,
									CALENDAR_FEED.SECRET_HASH.cast(String.class).contains(secret.substring(4)))))
			.isFalse();
	}

	@Test
	void aFeedIsItsAccountsOwnWithEitherWallDown() {
		var feed = open(this.staff, null).text("/openCalendarFeed/feed/id");
		var query = "query ($id: ID!) { node(id: $id) { id } calendarFeeds { id } }";
		this.api.ask(this.staff, query, "id", feed)
			.is("{node: {id: '" + feed + "'}, calendarFeeds: [{id: '" + feed + "'}]}");
		for (Viewer other : new Viewer[] { this.coordinator, this.viewers.administrator(), this.viewers.auditor(),
				this.viewers.partner() }) {
			assertThat(this.transactions.<Integer>read(other, () -> this.sql.fetchCount(CALENDAR_FEED))).isZero();
			this.walls.without(() -> {
				this.api.ask(other, query, "id", feed).is("{node: null, calendarFeeds: []}");
				return null;
			}, "calendar_feed");
			this.api.ask(other, CLOSE, "id", feed).hasUserErrors("NOT_FOUND input.id");
		}
	}

	@Test
	void aFeedIsOpenedOnceForAKeyAndNotWithoutEnd() {
		var first = open(this.staff, null);
		this.api.ask(this.viewers.partner(), OPEN, "k", "1").isRefused("FORBIDDEN");
		this.api.ask(this.staff, OPEN, "k", "1", "c", Some.id("cam", this.some.campaign()))
			.hasUserErrors("NOT_FOUND input.campaignId");
		this.api.ask(this.staff, OPEN, "k", "twice").at("/openCalendarFeed");
		assertThat(this.api.ask(this.staff, OPEN, "k", "twice").at("/openCalendarFeed/path").isNull()).isTrue();
		assertThat(path(first)).startsWith("/calendar/feed.ics?key=cal_");
		for (int i = 2; i < 20; i++) {
			path(open(this.staff, null));
		}
		open(this.staff, null).hasUserErrors("OUT_OF_RANGE input");
	}

	@Test
	void fiftyActionsCostWhatOneCosts() {
		String path = path(open(this.staff, Some.id("cam", this.campaign)));
		action("First", "INTERNAL", true);
		int one = this.statements.during(() -> read(path));
		for (int i = 0; i < 12; i++) {
			action("More " + i, "INTERNAL", true);
		}
		assertThat(this.statements.during(() -> assertThat(read(path).text()).contains("More 11"))).isEqualTo(one);
	}

	private Answer open(Viewer viewer, String campaign) {
		return this.api.ask(viewer, OPEN, "k", UUID.randomUUID().toString(), "c", campaign);
	}

	private static String path(Answer opened) {
		return opened.text("/openCalendarFeed/path");
	}

	private Http.Reply read(String path) {
		return this.http.send(this.http.anonymous(path));
	}

	private Http.Reply get(Viewers.Token token, String path) {
		return this.http.send(this.http.anonymous(path).header("Authorization", "Bearer " + token.secret()));
	}

	private static String uid(String text) {
		return text.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
	}

	private String action(String title, String visibility, boolean placePublic) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!, $h: ID!, $t: String!, $v: Visibility, $p: Boolean) { createAction(input: {campaignId: $c, hostId: $h,
							  kind: RALLY, title: $t, visibility: $v, placePublic: $p, instructions: "Gate 3",
							  schedule: {startDate: "2099-05-01", startTime: "09:00", timeZone: "America/Los_Angeles"},
							  place: {name: "Grand Park", region: "US-CA", country: "US", latitude: 34.056, longitude: -118.246}}) {
							  action { id } errors { code path } } }""",
					"c", Some.id("cam", this.campaign), "h", Some.id("bod", this.host), "t", title, "v", visibility,
					"p", placePublic)
			.text("/createAction/action/id");
	}

}
