package org.solidarity.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ActionApiTest {

	static final String CREATE = """
			mutation ($c: ID!, $h: ID!, $t: String!, $d: Date!, $o: [ID!], $v: Visibility, $public: Boolean) {
			  createAction(input: {campaignId: $c, hostId: $h, coSponsorIds: $o, kind: RALLY, title: $t, visibility: $v,
			    schedule: {startDate: $d, startTime: "09:00", timeZone: "America/Los_Angeles"}, instructions: "Gate 3",
			    place: {name: "Gloria Molina Grand Park", city: "Los Angeles", region: "US-CA", country: "US",
			      latitude: 34.056, longitude: -118.246}, placePublic: $public, capacity: 500}) {
			    action { id } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

	UUID host;

	Viewer staff;

	Viewer coordinator;

	UUID campaign;

	@BeforeEach
	void aCampaignWithPeople() {
		this.host = this.some.local("Demo Local 20");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.host);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
	}

	@Test
	void staffRecordsAnActionAndReadsItBack() {
		var other = Some.id("bod", this.some.local("Co-sponsor"));
		var id = this.api
			.ask(this.staff, CREATE, "c", Some.id("cam", this.campaign), "h", Some.id("bod", this.host), "t",
					"Rally — Marcha ✊", "d", "2026-03-08", "o", new String[] { other })
			.text("/createAction/action/id");
		this.api.ask(this.staff,
				"""
						query ($id: ID!) { node(id: $id) { __typename ... on Action { title kind status visibility capacity instructions
						  schedule { startDate startTime endDate timeZone startsAt endsAt } place { name region latitude }
						  host { id } coSponsors { id } shifts { id } headcounts { totalCount } participations { totalCount }
						  turnout { checkedIn headcount crowd total rsvps { accepted } byBody { totalCount } } version } } }""",
				"id", id)
			.is("{node: {__typename: 'Action', title: 'Rally — Marcha ✊', kind: 'RALLY', status: 'TENTATIVE',"
					+ " visibility: 'INTERNAL', capacity: 500, instructions: 'Gate 3',"
					+ " schedule: {startDate: '2026-03-08', startTime: '09:00', endDate: null, timeZone: 'America/Los_Angeles',"
					+ " startsAt: '2026-03-08T16:00:00Z', endsAt: null},"
					+ " place: {name: 'Gloria Molina Grand Park', region: 'US-CA', latitude: 34.056}, host: {id: '"
					+ Some.id("bod", this.host) + "'}, coSponsors: [{id: '" + other
					+ "'}], shifts: [], headcounts: {totalCount: 0}, participations: {totalCount: 0},"
					+ " turnout: {checkedIn: 0, headcount: 0, crowd: null, total: 0, rsvps: {accepted: 0}, byBody: {totalCount: 0}},"
					+ " version: 1}}");
		this.api
			.ask(this.staff, "query ($b: ID!) { node(id: $b) { ... on Body { actions { nodes { id } } } } }", "b",
					other)
			.is("{node: {actions: {nodes: [{id: '" + id + "'}]}}}");
	}

	@Test
	void aTimeThatTheClocksLeaveOutIsToldAtItsField() {
		this.api.ask(this.staff, """
				mutation ($c: ID!, $h: ID!) { createAction(input: {campaignId: $c, hostId: $h, kind: RALLY, title: " ",
				  schedule: {startDate: "2026-03-08", startTime: "02:30", timeZone: "America/Los_Angeles"},
				  place: {region: "US-CA", country: "CA", latitude: 91}}) { errors { code path } } }""", "c",
				Some.id("cam", this.campaign), "h", Some.id("bod", this.host))
			.hasUserErrors("REQUIRED input.title", "INVALID input.schedule.startTime", "INVALID input.place.region",
					"REQUIRED input.place.longitude", "OUT_OF_RANGE input.place.latitude");
	}

	@Test
	void whoDoesNotWorkOnTheCampaignSeesNoAction() {
		var id = action("Hidden", "PARTNER", true);
		var query = """
				query ($id: ID!, $c: ID!, $b: ID!) { node(id: $id) { id } campaign: node(id: $c) { id }
				  body: node(id: $b) { ... on Body { actions { nodes { id } totalCount } } }
				  actions(filter: {title: {eq: "Hidden"}}) { nodes { id } totalCount } }""";
		for (Viewer other : new Viewer[] { this.viewers.staff(), this.viewers.coordinator(this.host),
				this.viewers.partner(this.host) }) {
			this.api.ask(other, query, "id", id, "c", Some.id("cam", this.campaign), "b", Some.id("bod", this.host))
				.is("{node: null, campaign: null, body: {actions: {nodes: [], totalCount: 0}}, actions: {nodes: [], totalCount: 0}}");
		}
		this.api.ask(this.viewers.administrator(), "query ($id: ID!) { node(id: $id) { id } }", "id", id)
			.is("{node: null}");
		assertThat(this.api.ask(this.viewers.auditor(), "query ($id: ID!) { node(id: $id) { id } }", "id", id)
			.text("/node/id")).isEqualTo(id);
	}

	@Test
	void aPartnerSeesWhatWasSharedAndOfAPlaceThatIsNotPublicTheRegionOnly() {
		var open = action("Open", "PARTNER", true);
		var closed = action("Closed", "PARTNER", false);
		var internal = action("Internal", "INTERNAL", true);
		var partner = this.viewers.partner();
		this.some.shareActions(this.campaign, partner);
		var query = """
				query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Action { title instructions
				  place { name city region country latitude longitude } } } }""";
		this.api.ask(partner, query, "ids", new String[] { open, closed, internal })
			.is("{nodes: [{title: 'Open', instructions: null, place: {name: 'Gloria Molina Grand Park', city: 'Los Angeles',"
					+ " region: 'US-CA', country: 'US', latitude: 34.056, longitude: -118.246}},"
					+ " {title: 'Closed', instructions: null, place: {name: null, city: null, region: 'US-CA', country: 'US',"
					+ " latitude: null, longitude: null}}, null]}");
	}

	@Test
	void aCoordinatorChangesOnlyWhatItsBodiesHost() {
		var foreign = this.api
			.ask(this.staff, CREATE, "c", Some.id("cam", this.campaign), "h",
					Some.id("bod", this.some.local("Other host")), "t", "Foreign", "d", "2026-05-01")
			.text("/createAction/action/id");
		var confirm = "mutation ($id: ID!, $v: Int!) { confirmAction(input: {id: $id, expectedVersion: $v}) { action { status version } errors { code path } } }";
		this.api.ask(this.coordinator, confirm, "id", foreign, "v", 1).hasUserErrors("NOT_FOUND input.id");
		var own = action("Own", "INTERNAL", false);
		this.api.ask(this.coordinator, confirm, "id", own, "v", 1)
			.is("{confirmAction: {action: {status: 'CONFIRMED', version: 2}, errors: []}}");
		var cancel = "mutation ($id: ID!, $v: Int!) { cancelAction(input: {id: $id, expectedVersion: $v, reason: \"Rain\"}) { action { status cancelledBecause } errors { code path } } }";
		this.api.ask(this.coordinator, cancel, "id", own, "v", 1).isRefused("CONFLICT");
		this.api.ask(this.coordinator, cancel, "id", own, "v", 2)
			.is("{cancelAction: {action: {status: 'CANCELLED', cancelledBecause: 'Rain'}, errors: []}}");
		this.api.ask(this.coordinator, confirm, "id", own, "v", 3).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.viewers.auditor(), confirm, "id", own, "v", 3).isRefused("FORBIDDEN");
	}

	@Test
	void anUpdateKeepsWhatIsOmittedAndClearsWhatIsNull() {
		var id = action("Before", "INTERNAL", false);
		this.api.ask(this.staff,
				"""
						mutation ($id: ID!) { updateAction(input: {id: $id, expectedVersion: 1, title: "After", capacity: null}) {
						  action { title capacity instructions schedule { startTime } version } errors { code } } }""",
				"id", id)
			.is("{updateAction: {action: {title: 'After', capacity: null, instructions: 'Gate 3', schedule: {startTime: '09:00'}, version: 2}, errors: []}}");
		this.api.ask(this.staff,
				"mutation ($id: ID!) { updateAction(input: {id: $id, expectedVersion: 2, title: null}) { errors { code path } } }",
				"id", id)
			.hasUserErrors("REQUIRED input.title");
	}

	@Test
	void upcomingActionsComeByStartAndFiltered() {
		for (String day : new String[] { "2031-02-01", "2031-01-01", "2030-12-31" }) {
			this.api.ask(this.staff, CREATE, "c", Some.id("cam", this.campaign), "h", Some.id("bod", this.host), "t",
					day, "d", day);
		}
		this.api.ask(this.staff,
				"""
						query ($c: ID!) { node(id: $c) { ... on Campaign { actions(filter: {startsAt: {gte: "2031-01-01T00:00:00Z"},
						  kind: {in: [RALLY, MARCH]}, region: {eq: "US-CA"}, status: {eq: TENTATIVE}}) { nodes { title } totalCount } } } }""",
				"c", Some.id("cam", this.campaign))
			.is("{node: {actions: {nodes: [{title: '2031-01-01'}, {title: '2031-02-01'}], totalCount: 2}}}");
	}

	@Test
	void fiftyActionsCostWhatOneCosts() {
		var document = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { actions(first: 50) { nodes { title host { name } coSponsors { name }
				  shifts { name } turnout { total byBody(first: 5) { nodes { total body { name } } } }
				  headcounts(first: 5) { nodes { count body { name } } }
				  participations(first: 5) { nodes { rsvp member { name } onBehalfOf { name } shift { name } } } } } } } }""";
		var id = Some.id("cam", this.campaign);
		takePart(action("1", "INTERNAL", false));
		int one = this.statements.during(() -> this.api.ask(this.coordinator, document, "c", id).at("/node"));
		for (int i = 0; i < 12; i++) {
			takePart(action("more " + i, "INTERNAL", false));
		}
		assertThat(this.statements.during(() -> this.api.ask(this.coordinator, document, "c", id).at("/node")))
			.isEqualTo(one);
	}

	private void takePart(String action) {
		this.api
			.ask(this.coordinator,
					"""
							mutation ($k: String!, $a: ID!, $b: ID!) { rsvp(input: {idempotencyKey: $k, actionId: $a, onBehalfOfId: $b,
							  answer: ACCEPTED}) { errors { code } } }""",
					"k", action, "a", action, "b", Some.id("bod", this.host))
			.is("{rsvp: {errors: []}}");
	}

	private String action(String title, String visibility, boolean placePublic) {
		return this.api
			.ask(this.coordinator, CREATE, "c", Some.id("cam", this.campaign), "h", Some.id("bod", this.host), "t",
					title, "d", "2026-05-01", "v", visibility, "public", placePublic)
			.text("/createAction/action/id");
	}

}
