package org.solidarity.pledge;

import static org.solidarity.platform.jooq.Tables.PERSON;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** A member pledges, and a vote authorises a pledge: who is told of them. */
@ApiTest
class MemberPledgeTest {

	private static final String SEE = """
			query ($id: ID!) { node(id: $id) { ... on Pledge { body { id } member { id } authorizingProceeding { id }
			  campaign { pledgeTotals { pledges amounts { pledged } } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	Viewer staff;

	Viewer coordinator;

	UUID body;

	UUID campaign;

	String member;

	@BeforeEach
	void aBodyWithAMember() {
		this.body = this.fixture.body();
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.body);
		this.campaign = this.fixture.campaign(this.staff, this.coordinator);
		this.member = Some.id("mem", person(this.body));
	}

	@Test
	void onlyWhoSeesTheBodysMembersIsToldWhichMemberPledgedAndEachWallHoldsAlone() {
		var pledge = this.fixture.pledge(this.coordinator, this.campaign, this.body, "20", "memberId", this.member);
		var sums = ", authorizingProceeding: null, campaign: {pledgeTotals: [{pledges: 1, amounts: {pledged: '20.00'}}]}}}";
		var whole = "{node: {body: {id: '" + PledgeFixture.bodyId(this.body) + "'}, member: {id: '" + this.member + "'}"
				+ sums;
		var nameless = "{node: {body: {id: '" + PledgeFixture.bodyId(this.body) + "'}, member: null" + sums;
		this.api.ask(this.coordinator, SEE, "id", pledge).is(whole);
		this.api.ask(this.viewers.auditor(), SEE, "id", pledge).is(whole);
		this.api.ask(this.staff, SEE, "id", pledge).is(nameless);
		this.walls.without(() -> this.api.ask(this.staff, SEE, "id", pledge).is(nameless), "person", "pledge");
	}

	@Test
	void aPartnerIsToldNoMembersPledgeAndNoSumOfIt() {
		var partner = this.viewers.partner(this.body);
		this.fixture.assign(partner, this.campaign);
		var pledge = this.fixture.pledge(this.coordinator, this.campaign, this.body, "20", "memberId", this.member);
		var own = this.fixture.pledge(partner, this.campaign, this.body, "3");
		Runnable check = () -> {
			this.api.ask(partner, SEE, "id", pledge).is("{node: null}");
			this.api.ask(partner, SEE, "id", own)
				.is("{node: {body: {id: '" + PledgeFixture.bodyId(this.body) + "'}, member: null,"
						+ " authorizingProceeding: null, campaign: {pledgeTotals: [{pledges: 1, amounts: {pledged: '3.00'}}]}}}");
		};
		check.run();
		this.walls.without(() -> {
			check.run();
			return null;
		}, "pledge", "pledge_entry", "pledge_sum", "pledge_delta");
		this.fixture.record(partner, this.campaign, this.body, "1", "memberId", this.member)
			.hasUserErrors("NOT_FOUND input.memberId");
	}

	@Test
	void aMemberPledgesOnlyThroughTheBodyThatKnowsItAndNoTurnout() {
		this.fixture.record(this.staff, this.campaign, this.body, "1", "memberId", this.member)
			.hasUserErrors("NOT_FOUND input.memberId");
		var other = this.fixture.body();
		var both = this.viewers.coordinator(this.body, other);
		this.fixture.assign(both, this.campaign);
		this.fixture.record(both, this.campaign, other, "1", "memberId", this.member)
			.hasUserErrors("NOT_FOUND input.memberId");
		this.fixture
			.record(both, this.campaign, this.body, "1", "memberId", this.member, "type", "TURNOUT", "currency", null,
					"actionId", "nonsense")
			.hasUserErrors("INVALID input.memberId");
	}

	@Test
	void theVoteThatAuthorisedAPledgeIsOfItsCampaignAndCanBeCorrected() {
		var vote = proceeding(this.campaign);
		var pledge = this.fixture.pledge(this.staff, this.campaign, this.body, "20", "authorizingProceedingId", vote);
		this.api
			.ask(this.staff, "query ($id: ID!) { node(id: $id) { ... on Pledge { authorizingProceeding { id } } } }",
					"id", pledge)
			.is("{node: {authorizingProceeding: {id: '" + vote + "'}}}");
		this.fixture
			.record(this.staff, this.campaign, this.body, "1", "authorizingProceedingId",
					proceeding(this.fixture.campaign(this.staff)))
			.hasUserErrors("INVALID input.authorizingProceedingId");
		this.fixture
			.record(this.staff, this.campaign, this.body, "1", "authorizingProceedingId",
					proceeding(this.fixture.campaign()))
			.hasUserErrors("NOT_FOUND input.authorizingProceedingId");
		this.api
			.ask(this.staff,
					"""
							mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 1, authorizingProceedingId: null}) {
							  pledge { authorizingProceeding { id } } errors { code } } }""",
					"id", pledge)
			.is("{correctPledge: {pledge: {authorizingProceeding: null}, errors: []}}");
	}

	private UUID person(UUID controller) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(PERSON)
					.set(PERSON.CONTROLLER_ID, controller)
					.set(PERSON.GIVEN_NAME, "Zoë")
					.returning(PERSON.ID)
					.fetchSingle(PERSON.ID));
	}

	private String proceeding(UUID campaign) {
		return Some.id("pro",
				this.transactions.write(Viewer.SYSTEM,
						() -> this.sql.insertInto(PROCEEDING)
							.set(PROCEEDING.CAMPAIGN_ID, campaign)
							.set(PROCEEDING.BODY_ID, this.body)
							.returning(PROCEEDING.ID)
							.fetchSingle(PROCEEDING.ID)));
	}

}
