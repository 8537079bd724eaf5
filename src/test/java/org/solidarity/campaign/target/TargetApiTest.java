package org.solidarity.campaign.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TargetApiTest {

	private static final String ADD = """
			mutation ($c: ID!, $b: ID!, $key: String, $p: Int, $owner: ID) {
			  addTarget(input: {campaignId: $c, bodyId: $b, idempotencyKey: $key, priority: $p, ownerId: $owner}) {
			    target { id priority body { name } } errors { code path } } }""";

	private static final String ADD_MANY = """
			mutation ($c: ID!, $rows: [AddTargetsRow!]!, $policy: ErrorPolicy!) {
			  addTargets(input: {campaignId: $c, rows: $rows, errorPolicy: $policy}) {
			    rows { index target { id } errors { code path } } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Walls walls;

	@Test
	void aBodyIsAskedOnceAndNoLongerAndAgain() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var body = this.campaigning.local(staff, "Asked Local");
		var added = this.api.ask(staff, ADD, "c", campaign, "b", body, "key", "k", "p", 1);
		var id = added.text("/addTarget/target/id");
		assertThat(this.api.ask(staff, ADD, "c", campaign, "b", body, "key", "k", "p", 1).text("/addTarget/target/id"))
			.isEqualTo(id);
		this.api.ask(staff, ADD, "c", campaign, "b", body).hasUserErrors("TAKEN input.bodyId");
		this.api.ask(staff, """
				mutation ($id: ID!) { updateTarget(input: {id: $id, expectedVersion: 1, priority: 2, ask: "Endorse"}) {
				  target { priority ask version } errors { code } } }""", "id", id)
			.is("{updateTarget: {target: {priority: 2, ask: 'Endorse', version: 2}, errors: []}}");
		var remove = "mutation ($id: ID!, $v: Int!) { removeTarget(input: {id: $id, expectedVersion: $v}) { campaign { targetTotals { targets } } errors { code path } } }";
		this.api.ask(staff, remove, "id", id, "v", 1).isRefused("CONFLICT");
		this.api.ask(staff, remove, "id", id, "v", 2)
			.is("{removeTarget: {campaign: {targetTotals: {targets: 0}}, errors: []}}");
		this.api.ask(staff, remove, "id", id, "v", 3).hasUserErrors("NOT_FOUND input.id");
		this.api.ask(staff, ADD, "c", campaign, "b", body).at("/addTarget/target/id");
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var body = this.campaigning.local(staff, "Owned Local");
		this.api.ask(staff, ADD, "c", campaign, "b", "bod_x", "p", 6, "owner", account(this.viewers.staff()))
			.hasUserErrors("OUT_OF_RANGE input.priority", "NOT_FOUND input.bodyId", "NOT_FOUND input.ownerId");
		this.api.ask(staff, ADD, "c", campaign, "b", body, "owner", account(staff)).at("/addTarget/target/id");
		this.api.ask(this.viewers.staff(), ADD, "c", campaign, "b", body).hasUserErrors("NOT_FOUND input.campaignId");
		this.api.ask(this.viewers.coordinator(), ADD, "c", campaign, "b", body).isRefused("FORBIDDEN");
		this.api.ask(staff,
				"mutation ($c: ID!) { closeCampaign(input: {id: $c, expectedVersion: 1}) { errors { code } } }", "c",
				campaign);
		this.api.ask(staff, ADD, "c", campaign, "b", this.campaigning.local(staff, "Late Local"))
			.hasUserErrors("INVALID input.campaignId");
	}

	@Test
	void ofManyRowsTheGoodOnesAreRecordedOrNone() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var good = this.campaigning.local(staff, "Good Local");
		var rows = List.of(Map.of("bodyId", good), Map.of("bodyId", "bod_none"), Map.of("bodyId", good));
		this.api.ask(staff, ADD_MANY, "c", campaign, "rows", rows, "policy", "REJECT_ALL")
			.hasUserErrors("NOT_FOUND input.rows.1.bodyId", "TAKEN input.rows.2.bodyId");
		var answer = this.api.ask(staff, ADD_MANY, "c", campaign, "rows", rows, "policy", "IGNORE_FAILED_ROWS");
		assertThat(answer.text("/addTargets/rows/0/target/id")).startsWith("tgt_");
		assertThat(answer.at("/addTargets/rows/1/errors").toString())
			.isEqualTo("[{\"code\":\"NOT_FOUND\",\"path\":[\"input\",\"rows\",\"1\",\"bodyId\"]}]");
		assertThat(answer.at("/addTargets/rows/2/errors/0/code").asString()).isEqualTo("TAKEN");
		assertThat(answer.at("/addTargets/errors").size()).isZero();
	}

	@Test
	void targetsAreShownToStaffAndForTheirBodiesToCoordinatorsAndToNoPartner() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var mine = this.campaigning.local(staff, "Mine");
		var other = this.campaigning.local(staff, "Not mine");
		this.api.ask(staff, ADD, "c", campaign, "b", mine, "p", 2);
		this.api.ask(staff, ADD, "c", campaign, "b", other, "p", 1, "owner", account(staff));
		var coordinator = this.viewers.coordinator(Campaigning.uuid(mine));
		this.campaigning.assign(campaign, coordinator);
		var partner = this.viewers.partner(Campaigning.uuid(mine));
		this.campaigning.shareEndorsements(campaign, partner);
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign {
				  targets { nodes { body { name targetedBy { totalCount } } } totalCount }
				  targetTotals { targets withoutOwner byPriority { priority targets } } } } }""";
		this.api.ask(staff, query, "c", campaign)
			.is("""
					{node: {targets: {nodes: [{body: {name: 'Not mine', targetedBy: {totalCount: 1}}},
					  {body: {name: 'Mine', targetedBy: {totalCount: 1}}}], totalCount: 2},
					  targetTotals: {targets: 2, withoutOwner: 1, byPriority: [{priority: 1, targets: 1}, {priority: 2, targets: 1}]}}}""");
		var one = """
				{node: {targets: {nodes: [{body: {name: 'Mine', targetedBy: {totalCount: 1}}}], totalCount: 1},
				  targetTotals: {targets: 1, withoutOwner: 1, byPriority: [{priority: 2, targets: 1}]}}}""";
		this.api.ask(coordinator, query, "c", campaign).is(one);
		this.walls.without(() -> this.api.ask(coordinator, query, "c", campaign).is(one), "campaign_target");
		this.api.ask(partner, query, "c", campaign)
			.is("{node: {targets: {nodes: [], totalCount: 0}, targetTotals: {targets: 0, withoutOwner: 0, byPriority: []}}}");
		assertThat(countBehindThePolicies(coordinator, campaign)).isEqualTo(1);
		assertThat(countBehindThePolicies(partner, campaign)).isZero();
		assertThat(countBehindThePolicies(this.viewers.staff(), campaign)).isZero();
	}

	@Test
	void targetsAreFilteredAndOrdered() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var council = this.campaigning.body(staff, "CENTRAL_LABOR_COUNCIL", "A Council", "US-TX", "PUBLIC");
		var local = this.campaigning.local(staff, "B Local");
		this.api.ask(staff, ADD, "c", campaign, "b", council, "p", 4);
		this.api.ask(staff, ADD, "c", campaign, "b", local, "p", 1, "owner", account(staff));
		assertThat(names(staff, campaign, Map.of())).containsExactly("B Local", "A Council");
		assertThat(names(staff, campaign, Map.of("kind", Map.of("eq", "CENTRAL_LABOR_COUNCIL"))))
			.containsExactly("A Council");
		assertThat(names(staff, campaign, Map.of("region", Map.of("eq", "US-NY")))).containsExactly("B Local");
		assertThat(names(staff, campaign, Map.of("priority", Map.of("gte", 2)))).containsExactly("A Council");
		assertThat(names(staff, campaign, Map.of("owner", Map.of("eq", account(staff))))).containsExactly("B Local");
		assertThat(names(staff, campaign, Map.of("owner", Map.of("isNull", true)))).containsExactly("A Council");
	}

	@Test
	void fiftyTargetsCostAsManyStatementsAsOne() {
		var staff = this.viewers.staff();
		var query = "query ($c: ID!) { node(id: $c) { ... on Campaign { targets(first: 100) { nodes { campaign { name } body { name targetedBy(first: 1) { nodes { id } } } } } } } }";
		var few = this.campaigning.campaign(staff);
		this.api.ask(staff, ADD, "c", few, "b", this.campaigning.local(staff, "Alone"));
		var many = this.campaigning.campaign(staff);
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			rows.add(Map.of("bodyId", this.campaigning.local(staff, "Among many " + i)));
		}
		this.api.ask(staff, ADD_MANY, "c", many, "rows", rows, "policy", "REJECT_ALL");
		int one = this.statements.during(() -> this.api.ask(staff, query, "c", few));
		int fifty = this.statements.during(() -> this.api.ask(staff, query, "c", many));
		assertThat(fifty).isEqualTo(one).isLessThanOrEqualTo(5);
	}

	private List<String> names(Viewer staff, String campaign, Map<String, Object> filter) {
		Answer answer = this.api.ask(staff,
				"query ($c: ID!, $f: TargetFilter) { node(id: $c) { ... on Campaign { targets(filter: $f) { nodes { body { name } } } } } }",
				"c", campaign, "f", filter);
		return answer.at("/node/targets/nodes")
			.valueStream()
			.map(node -> node.get("body").get("name").asString())
			.toList();
	}

	private int countBehindThePolicies(Viewer viewer, String campaign) {
		var target = Tables.CAMPAIGN_TARGET;
		return this.transactions.<Integer>read(viewer,
				() -> this.sql.fetchCount(target, target.CAMPAIGN_ID.eq(Campaigning.uuid(campaign))));
	}

	private static String account(Viewer person) {
		return new NodeId("acc", person.id()).toString();
	}

}
