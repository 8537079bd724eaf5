package org.solidarity.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class PledgeApiTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	Statements statements;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaignWithABody() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void aPledgeIsRecordedAndReadBackWhole() {
		var id = this.fixture.pledge(this.staff, this.campaign, this.body, "100", "purpose", "Strike kitchen — 炊き出し",
				"dueDates", List.of("2025-02-01", "2025-03-01", "2025-04-01"), "condition", "If the vote carries");
		this.api.ask(this.staff,
				"""
						query ($id: ID!) { node(id: $id) { id ... on Pledge { campaign { id } body { id } type amount { amount unit currency }
						  pledgedOn confirmedOn condition conditionMetOn due purpose anonymous state status version countsToward { id }
						  installments { due amount { amount } } ledger { nodes { kind amount { amount } effectiveOn rolledUp } totalCount } } } }""",
				"id", id)
			.is("{node: {id: '" + id + "', campaign: {id: '" + PledgeFixture.campaignId(this.campaign)
					+ "'}, body: {id: '" + PledgeFixture.bodyId(this.body)
					+ "'}, type: 'MONEY', amount: {amount: '100.00', unit: 'CURRENCY', currency: 'USD'}, pledgedOn: '2025-01-01',"
					+ " confirmedOn: '2025-01-01', condition: 'If the vote carries', conditionMetOn: null, due: '2025-04-01',"
					+ " purpose: 'Strike kitchen — 炊き出し', anonymous: false, state: 'CONDITIONAL', status: null, version: 1,"
					+ " countsToward: null, installments: [{due: '2025-02-01', amount: {amount: '33.33'}},"
					+ " {due: '2025-03-01', amount: {amount: '33.33'}}, {due: '2025-04-01', amount: {amount: '33.34'}}],"
					+ " ledger: {nodes: [{kind: 'ORIGINAL', amount: {amount: '100.00'}, effectiveOn: '2025-01-01', rolledUp: false},"
					+ " {kind: 'CONFIRMED', amount: null, effectiveOn: '2025-01-01', rolledUp: false}], totalCount: 2}}}");
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		record("MONEY", "1.005").hasUserErrors("INVALID input.amount");
		record("MONEY", "0").hasUserErrors("OUT_OF_RANGE input.amount");
		record("MONEY", "-1").hasUserErrors("OUT_OF_RANGE input.amount");
		record("MONEY", "1000000000000001").hasUserErrors("OUT_OF_RANGE input.amount");
		record("VOLUNTEER_HOURS", "8").hasUserErrors("INVALID input.currency");
		record("MONEY", "1.5", "currency", "JPY").hasUserErrors("INVALID input.amount");
		record("MONEY", "1", "currency", "XAU").hasUserErrors("INVALID input.currency");
		record("MONEY", "1", "currency", null).hasUserErrors("REQUIRED input.currency");
		record("MONEY", "1", "pledgedOn", "1799-12-31", "confirmedOn", "2200-01-01", "condition", " ")
			.hasUserErrors("INVALID input.condition", "OUT_OF_RANGE input.pledgedOn", "OUT_OF_RANGE input.confirmedOn");
		record("MONEY", "1", "dueDates", List.of("2025-02-01", "2025-02-01")).hasUserErrors("INVALID input.dueDates");
		record("MONEY", "1", "bodyId", "nonsense").hasUserErrors("NOT_FOUND input.bodyId");
		record("MONEY", "1", "campaignId", PledgeFixture.campaignId(this.fixture.campaign()))
			.hasUserErrors("NOT_FOUND input.campaignId");
		assertThat(this.fixture.pledge(this.staff, this.campaign, this.body, "1.125", "currency", "KWD")).isNotNull();
	}

	@Test
	void aCorrectionNamesTheVersionItWasMadeFromAndLeavesWhatIsOmitted() {
		var id = this.fixture.pledge(this.staff, this.campaign, this.body, "100", "purpose", "Bread", "dueDates",
				List.of("2025-03-01"));
		var correct = """
				mutation ($id: ID!, $v: Int!) { correctPledge(input: {id: $id, expectedVersion: $v, dueDates: ["2025-05-01"]}) {
				  pledge { purpose due version } errors { code } } }""";
		this.api.ask(this.staff, correct, "id", id, "v", 1)
			.is("{correctPledge: {pledge: {purpose: 'Bread', due: '2025-05-01', version: 2}, errors: []}}");
		this.api.ask(this.staff, correct, "id", id, "v", 1).isRefused("CONFLICT");
		this.api
			.ask(this.staff,
					"""
							mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 2, purpose: null, dueDates: null, anonymous: true}) {
							  pledge { purpose due anonymous version } errors { code } } }""",
					"id", id)
			.is("{correctPledge: {pledge: {purpose: null, due: null, anonymous: true, version: 3}, errors: []}}");
	}

	@Test
	void listsAreFilteredAndOrderedAndPagesRunOn() {
		var open = this.fixture.pledge(this.staff, this.campaign, this.body, "30");
		var late = this.fixture.pledge(this.staff, this.campaign, this.body, "20", "dueDates", List.of("2025-01-31"));
		var hours = this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "10", "type", "VOLUNTEER_HOURS",
				"currency", null, "dueDates", List.of("2035-01-31"));
		list("{status: {eq: OPEN}}", "AMOUNT", hours, open);
		list("{overdue: true}", "AMOUNT", late);
		list("{overdue: false}", "DUE", hours, open);
		list("{}", "DUE", late, hours, open);
		list("{due: {isNull: true}}", "DUE", open);
		list("{due: {gte: \"2025-01-01\", lt: \"2030-01-01\"}}", "DUE", late);
		list("{unit: CURRENCY, amount: {gte: \"20\", lt: \"30.00\"}}", "AMOUNT", late);
		list("{or: [{type: {eq: VOLUNTEER_HOURS}}, {status: {in: [OVERDUE]}}]}", "AMOUNT", hours, late);
		list("{bodyKind: {eq: NATIONAL_UNION}}", "AMOUNT");
		list("{bodyKind: {in: [LOCAL_UNION]}, type: {in: [VOLUNTEER_HOURS]}}", "AMOUNT", hours);
		list("{confirmed: false}", "AMOUNT");
		var page = this.api.ask(this.staff, """
				query ($id: ID!) { node(id: $id) { ... on Body { pledges(first: 1, orderBy: {field: AMOUNT}) {
				  nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage } } } } }""", "id",
				PledgeFixture.bodyId(this.body));
		page.is("{node: {pledges: {nodes: [{id: '" + late
				+ "'}], totalCount: 2, pageInfo: {hasNextPage: true, hasPreviousPage: false}}}}");
	}

	@Test
	void fiftyPledgesCostAsManyStatementsAsOne() {
		this.fixture.pledge(this.staff, this.campaign, this.body, "1");
		var query = """
				query ($id: ID!) { node(id: $id) { ... on Campaign { pledges(first: 50) { totalCount nodes { id state status
				  campaign { id } body { id pledgeTotals(campaignId: $id, scope: SUBTREE) { amounts { pledged } } }
				  countsToward { id } amounts { outstanding } before: amounts(asOf: "2025-01-01") { outstanding }
				  ledger(first: 2) { nodes { kind reverses { id } pledge { id } } } } }
				  pledgeTotals(groupBy: [TYPE, BODY]) { body { id } amounts { pledged } } } } }""";
		var id = PledgeFixture.campaignId(this.campaign);
		this.api.ask(this.staff, query, "id", id).at("/node");
		int one = this.statements.during(() -> this.api.ask(this.staff, query, "id", id));
		for (int i = 0; i < 49; i++) {
			this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "1");
		}
		assertThat(this.api.ask(this.staff, query, "id", id).at("/node/pledges/nodes")).hasSize(50);
		assertThat(this.statements.during(() -> this.api.ask(this.staff, query, "id", id))).isEqualTo(one)
			.isLessThanOrEqualTo(18);
	}

	private org.solidarity.support.Answer record(String type, String amount, Object... more) {
		Object[] all = new Object[more.length + 2];
		all[0] = "type";
		all[1] = type;
		System.arraycopy(more, 0, all, 2, more.length);
		return this.fixture.record(this.staff, this.campaign, this.body, amount, all);
	}

	private void list(String filter, String order, String... expected) {
		var nodes = this.api
			.ask(this.staff,
					"query ($id: ID!) { node(id: $id) { ... on Campaign { pledges(filter: " + filter
							+ ", orderBy: {field: " + order + "}) { nodes { id } } } } }",
					"id", PledgeFixture.campaignId(this.campaign))
			.at("/node/pledges/nodes");
		assertThat(nodes).extracting(node -> node.get("id").asString()).containsExactly(expected);
	}

}
