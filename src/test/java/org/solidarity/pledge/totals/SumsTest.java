package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.PLEDGE_DELTA;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What sums can be told apart by, and over whose pledges they are. */
@ApiTest
class SumsTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	Viewer staff;

	UUID campaign;

	UUID east;

	UUID west;

	@BeforeEach
	void twoBodiesInTwoRegions() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.east = this.fixture.body(Visibility.INTERNAL, "US-NY");
		this.west = this.fixture.body(Visibility.INTERNAL, "US-CA");
		this.fixture.pledge(this.staff, this.campaign, this.east, "10", "purpose", "Bread");
		this.fixture.pledge(this.staff, this.campaign, this.east, "20", "purpose", "Roses", "pledgedOn", "2025-02-10",
				"confirmedOn", "2025-02-10");
		this.fixture.pledge(this.staff, this.campaign, this.west, "40", "purpose", "Bread", "type", "STRIKE_FUND");
	}

	@Test
	void theyAreToldApartByMonthPurposeRegionAndType() {
		sums("groupBy: MONTH", "month", "{month: '2025-01-01', amounts: {pledged: '50.00'}}",
				"{month: '2025-02-01', amounts: {pledged: '20.00'}}");
		sums("groupBy: PURPOSE", "purpose", "{purpose: 'Bread', amounts: {pledged: '50.00'}}",
				"{purpose: 'Roses', amounts: {pledged: '20.00'}}");
		sums("groupBy: REGION", "region", "{region: 'US-CA', amounts: {pledged: '40.00'}}",
				"{region: 'US-NY', amounts: {pledged: '30.00'}}");
		sums("groupBy: [TYPE, MONTH]", "type month",
				"{type: 'MONEY', month: '2025-01-01', amounts: {pledged: '10.00'}}",
				"{type: 'MONEY', month: '2025-02-01', amounts: {pledged: '20.00'}}",
				"{type: 'STRIKE_FUND', month: '2025-01-01', amounts: {pledged: '40.00'}}");
	}

	@Test
	void theyAreOverThePledgesThatTheFilterLeaves() {
		sums("filter: {purpose: {eq: \"Bread\"}}", "pledges", "{pledges: 2, amounts: {pledged: '50.00'}}");
		sums("filter: {month: {gte: \"2025-02-01\"}}", "pledges", "{pledges: 1, amounts: {pledged: '20.00'}}");
		sums("filter: {region: {eq: \"US-CA\"}}", "pledges", "{pledges: 1, amounts: {pledged: '40.00'}}");
		sums("filter: {type: {in: [MONEY]}, currency: {eq: \"USD\"}}", "pledges",
				"{pledges: 2, amounts: {pledged: '30.00'}}");
		sums("filter: {unit: HOURS}", "pledges");
		sums("filter: {ofMembers: true}", "pledges");
	}

	@Test
	void aCorrectedPurposeMovesThePledgeToTheOtherSum() {
		var pledge = this.fixture.pledge(this.staff, this.campaign, this.east, "100", "purpose", "Bread", "dueDates",
				List.of("2025-03-01"));
		this.api.ask(this.staff, """
				mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 1, purpose: "Roses",
				  dueDates: ["2030-03-01"]}) { errors { code } } }""", "id", pledge).at("/correctPledge");
		sums("groupBy: PURPOSE", "purpose", "{purpose: 'Bread', amounts: {pledged: '50.00'}}",
				"{purpose: 'Roses', amounts: {pledged: '120.00'}}");
		sums("asOf: \"2027-01-01\"", "amounts { overdue }", "{amounts: {overdue: '0.00', pledged: '170.00'}}");
		sums("asOf: \"2030-03-02\"", "amounts { overdue }", "{amounts: {overdue: '100.00', pledged: '170.00'}}");
	}

	@Test
	void ofABodyTheyAreOverItselfOrAllBelowItOrItsAffiliates() {
		var council = this.fixture.body();
		relate(this.east, RelationType.AFFILIATED_TO, council);
		relate(this.west, RelationType.CHARTERED_BY, council);
		this.fixture.pledge(this.staff, this.campaign, council, "5");
		var whole = this.fixture.pledge(this.staff, this.campaign, this.east, "1000");
		this.fixture.pledge(this.staff, this.campaign, this.west, "7", "countsTowardId", whole);
		ofBody(council, "OWN", "5.00");
		ofBody(council, "SUBTREE", "52.00");
		ofBody(council, "AFFILIATES", "1030.00");
		ofBody(this.west, "OWN", "47.00");
	}

	@Test
	void whatCameIsToldByTheMonthInWhichItCameWhateverWasPledged() {
		var pledge = this.fixture.pledge(this.staff, this.campaign, this.east, "10");
		this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "25", "effectiveOn",
				"2025-04-10");
		this.fixture.act(this.staff, "reverseFulfilment", "fulfilmentId",
				this.fixture.entry(this.staff, pledge, "FULFILMENT"), "amount", "5", "effectiveOn", "2025-05-01",
				"reason", "Bounced");
		var cash = """
				query ($id: ID!, $known: DateTime) { node(id: $id) { ... on Campaign {
				  pledgeCash(from: "2025-01-01", until: "2025-06-01", asKnownAt: $known) { month type came { amount currency } } } } }""";
		var expected = "{node: {pledgeCash: [{month: '2025-04-01', type: 'MONEY', came: {amount: '25.00', currency: 'USD'}},"
				+ " {month: '2025-05-01', type: 'MONEY', came: {amount: '-5.00', currency: 'USD'}}]}}";
		for (int i = 0; i < 2; i++) {
			this.api.ask(this.staff, cash, "id", id()).is(expected);
			this.api.ask(this.staff, cash, "id", id(), "known", Instant.now().toString()).is(expected);
			fold();
		}
		var coordinator = this.viewers.coordinator(this.west);
		this.fixture.assign(coordinator, this.campaign);
		this.api.ask(coordinator, cash, "id", id()).is("{node: {pledgeCash: []}}");
	}

	@Test
	void whatCameBeforeItWasPledgedCameOnTheDayOfThePledgeWheneverItWasKnown() {
		var pledge = this.fixture.pledge(this.staff, this.campaign, this.east, "10", "pledgedOn", "2025-05-20");
		this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "4", "effectiveOn",
				"2025-03-10");
		for (String known : new String[] { "", ", asKnownAt: \"" + Instant.now() + "\"" }) {
			this.api
				.ask(this.staff,
						"query ($id: ID!) { node(id: $id) { ... on Campaign {"
								+ " pledgeCash(from: \"2025-01-01\", until: \"2025-07-01\"" + known
								+ ") { month came { amount } } } } }",
						"id", id())
				.is("{node: {pledgeCash: [{month: '2025-05-01', came: {amount: '4.00'}}]}}");
		}
	}

	@Test
	void whoBelongedToABodyIsAsItWasKnown() {
		var council = this.fixture.body();
		this.fixture.pledge(this.staff, this.campaign, council, "5");
		var before = Instant.now();
		relate(this.west, RelationType.CHARTERED_BY, council);
		relate(this.east, RelationType.AFFILIATED_TO, council);
		ofBody(council, "SUBTREE", "45.00");
		ofBody(council, "AFFILIATES", "30.00");
		ofBodyAt(council, "SUBTREE", before, "[{amounts: {pledged: '5.00'}}]");
		ofBodyAt(council, "AFFILIATES", before, "[]");
	}

	@Test
	void aMomentThatCannotBeIsRefused() {
		for (var moment : new String[] { "asKnownAt: \"2100-01-01T00:00:00Z\"", "asKnownAt: \"1969-01-01T00:00:00Z\"",
				"asOf: \"2300-01-01\"", "asOf: \"1700-01-01\"" }) {
			this.api
				.ask(this.staff,
						"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals(" + moment
								+ ") { pledges } } } }",
						"id", id())
				.isRefused("BAD_USER_INPUT");
		}
	}

	/** Asked of the kept sums, of the ledger, and of the sums after folding. */
	private void sums(String arguments, String fields, String... expected) {
		for (int i = 0; i < 2; i++) {
			for (String known : new String[] { "", ", asKnownAt: \"" + Instant.now() + "\"" }) {
				this.api
					.ask(this.staff,
							"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals(" + arguments + known
									+ ") { " + fields + " amounts { pledged } } } } }",
							"id", id())
					.is("{node: {pledgeTotals: [" + String.join(", ", expected) + "]}}");
			}
			fold();
		}
	}

	private void ofBody(UUID body, String scope, String pledged) {
		for (String known : new String[] { "", ", asKnownAt: \"" + Instant.now() + "\"" }) {
			this.api
				.ask(this.staff,
						"query ($id: ID!, $c: ID!) { node(id: $id) { ... on Body { pledgeTotals(campaignId: $c, scope: "
								+ scope + known + ") { amounts { pledged } } } } }",
						"id", PledgeFixture.bodyId(body), "c", id())
				.is("{node: {pledgeTotals: [{amounts: {pledged: '" + pledged + "'}}]}}");
		}
	}

	private void ofBodyAt(UUID body, String scope, Instant known, String expected) {
		this.api
			.ask(this.staff,
					"query ($id: ID!, $c: ID!) { node(id: $id) { ... on Body { pledgeTotals(campaignId: $c, scope: "
							+ scope + ", asKnownAt: \"" + known + "\") { amounts { pledged } } } } }",
					"id", PledgeFixture.bodyId(body), "c", id())
			.is("{node: {pledgeTotals: " + expected + "}}");
	}

	/** Every delta of the campaign, also where another is at it. */
	private void fold() {
		for (int i = 0; i < 200 && deltas() > 0; i++) {
			this.transactions.write(Viewer.SYSTEM,
					() -> Routines.foldPledgeDeltas(this.sql.configuration(), 1000, LocalDate.of(2025, 2, 1)));
		}
		assertThat(deltas()).isZero();
	}

	private int deltas() {
		return this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(PLEDGE_DELTA, PLEDGE_DELTA.CAMPAIGN_ID.eq(this.campaign)));
	}

	private void relate(UUID from, RelationType type, UUID to) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_RELATION)
					.set(BODY_RELATION.FROM_ID, from)
					.set(BODY_RELATION.TYPE, type)
					.set(BODY_RELATION.TO_ID, to)
					.execute());
	}

	private String id() {
		return PledgeFixture.campaignId(this.campaign);
	}

}
