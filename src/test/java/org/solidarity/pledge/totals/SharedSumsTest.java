package org.solidarity.pledge.totals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner group is told that was shown the totals of a campaign. */
@ApiTest
class SharedSumsTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	Viewer staff;

	Viewer coordinator;

	Viewer partner;

	UUID campaign;

	UUID east;

	@BeforeEach
	void twoBodiesThatPartnersDoNotSee() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.east = this.fixture.body(Visibility.INTERNAL, "US-NY");
		this.coordinator = this.viewers.coordinator(this.east);
		this.partner = this.viewers.partner();
		this.fixture.assign(this.coordinator, this.campaign);
		this.fixture.share(this.partner, this.campaign, true);
		this.fixture.pledge(this.staff, this.campaign, this.east, "30", "purpose", "Bread");
		this.fixture.pledge(this.staff, this.campaign, this.fixture.body(Visibility.INTERNAL, "US-CA"), "40", "type",
				"STRIKE_FUND", "purpose", "Roses");
	}

	@Test
	void membersAreInItFromFiveOnAndNeverToldApart() {
		for (int i = 1; i <= 5; i++) {
			assertSums("", "{amounts: {pledged: '70.00'}}");
			ofMember("1");
		}
		assertSums("", "{amounts: {pledged: '75.00'}}");
		assertSums("(filter: {})", "{amounts: {pledged: '75.00'}}");
		assertSums("(filter: {ofMembers: true})");
		assertSums("(filter: {currency: {eq: \"USD\"}})", "{amounts: {pledged: '70.00'}}");
		assertSums("(groupBy: TYPE)", "{amounts: {pledged: '30.00'}}", "{amounts: {pledged: '40.00'}}");
		assertSums("(groupBy: MONTH, filter: {month: {lt: \"2025-02-01\"}})", "{amounts: {pledged: '70.00'}}");
		this.api.ask(this.staff, document(""), "id", id())
			.is("{node: {pledgeTotals: [{amounts: {pledged: '75.00'}}]}}");
	}

	@Test
	void noDayAndNoMomentTellsOneMembersPledgeByADifference() {
		for (int i = 1; i <= 5; i++) {
			ofMember("1");
		}
		for (var moment : List.of("asOf: \"2025-01-31\"", "asOf: \"2100-01-01\"",
				"asKnownAt: \"2025-01-31T00:00:00Z\"")) {
			for (var sums : List.of("pledgeTotals(" + moment + ")", "pledgeTotals(groupBy: BODY, " + moment + ")",
					"convertedPledgeTotal(rate: AS_OF, " + moment + ")")) {
				this.api
					.ask(this.partner,
							"query ($id: ID!) { node(id: $id) { ... on Campaign { " + sums
									+ " { amounts { pledged } } } } }",
							"id", id())
					.isRefused("FORBIDDEN");
			}
		}
	}

	@Test
	void atBookedRatesTheyAreNotInItAsTheRatesWouldTellThemApart() {
		for (int i = 1; i <= 5; i++) {
			ofMember("1");
		}
		for (var rate : new String[] { "BOOKED: 70.00", "AS_OF: 75.00" }) {
			this.api
				.ask(this.partner,
						"query ($id: ID!) { node(id: $id) { ... on Campaign { convertedPledgeTotal(rate: "
								+ rate.split(": ")[0] + ") { amounts { pledged } } } } }",
						"id", id())
				.is("{node: {convertedPledgeTotal: {amounts: {pledged: '" + rate.split(": ")[1] + "'}}}}");
		}
	}

	@Test
	void aMemberCountsToTheFiveOnlyWithAPledgeThatIsInTheSum() {
		for (int i = 1; i <= 4; i++) {
			ofMember("1");
		}
		var whole = this.fixture.pledge(this.coordinator, this.campaign, this.east, "5");
		ofMember("1", "countsTowardId", whole);
		assertSums("", "{amounts: {pledged: '75.00'}}");
		ofMember("100", "confirmedOn", null);
		ofMember("200", "condition", "If the others do");
		ofMember("0");
		ofMember("400", "pledgedOn", "2150-01-01", "confirmedOn", "2150-01-01");
		assertSums("", "{amounts: {pledged: '75.00'}}");
		ofMember("1");
		assertSums("", "{amounts: {pledged: '80.00'}}");
		this.api.ask(this.partner,
				"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals { amounts { proposed conditional } } } } }",
				"id", id())
			.is("{node: {pledgeTotals: [{amounts: {proposed: '0.00', conditional: '0.00'}}]}}");
		for (int i = 1; i <= 4; i++) {
			ofMember("100", "confirmedOn", null);
			ofMember("200", "condition", "If the others do");
		}
		this.api.ask(this.partner,
				"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals { amounts { pledged proposed conditional } } } } }",
				"id", id())
			.is("{node: {pledgeTotals: [{amounts: {pledged: '80.00', proposed: '500.00', conditional: '1000.00'}}]}}");
	}

	@Test
	void whatOthersPledgeForAndWhereBodiesAreThatPartnersDoNotSeeIsHidden() {
		this.fixture.pledge(this.staff, this.campaign, this.fixture.body(Visibility.PARTNER, "US-TX"), "2", "purpose",
				"Bread");
		this.api.ask(this.partner,
				"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals(groupBy: REGION) { region amounts { pledged } } } } }",
				"id", id())
			.is("{node: {pledgeTotals: [{region: 'US-TX', amounts: {pledged: '2.00'}},"
					+ " {region: null, amounts: {pledged: '70.00'}}]}}");
		this.api.ask(this.partner,
				"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals(groupBy: PURPOSE) { purpose amounts { pledged } } } } }",
				"id", id())
			.is("{node: {pledgeTotals: [{purpose: null, amounts: {pledged: '72.00'}}]}}");
		assertSums("(filter: {purpose: {eq: \"Bread\"}})");
		assertSums("(filter: {purpose: {isNull: false}})");
		assertSums("(filter: {region: {eq: \"US-NY\"}})");
		assertSums("(filter: {region: {eq: \"US-TX\"}})", "{amounts: {pledged: '2.00'}}");
	}

	private void assertSums(String arguments, String... expected) {
		this.api.ask(this.partner, document(arguments), "id", id())
			.is("{node: {pledgeTotals: [" + String.join(", ", expected) + "]}}");
	}

	private static String document(String arguments) {
		return "query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals" + arguments
				+ " { amounts { pledged } } } } }";
	}

	private void ofMember(String amount, Object... more) {
		Object[] all = new Object[more.length + 2];
		System.arraycopy(more, 0, all, 0, more.length);
		all[more.length] = "memberId";
		all[more.length + 1] = this.fixture.member(this.east);
		this.fixture.pledge(this.coordinator, this.campaign, this.east, amount, all);
	}

	private String id() {
		return PledgeFixture.campaignId(this.campaign);
	}

}
