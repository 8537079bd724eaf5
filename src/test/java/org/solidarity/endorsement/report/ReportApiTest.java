package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ReportApiTest {

	private static final String REPORT = """
			query ($c: ID!, $d: Date, $k: DateTime) { node(id: $c) { ... on Campaign { endorsements(asOf: $d, asKnownAt: $k) {
			  bodies byKind { kind bodies } byRegion { country region bodies }
			  membersRepresented { members bodiesCounted bodiesCovered bodiesLeftOut bodiesWithoutCount rawSum oldestObservation }
			  targets { targets endorsing percent } pressLine
			  endorsements { totalCount nodes { body { name } effectiveOn proceeding { stage } } } } } } }""";

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

	Viewer staff;

	String campaign;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
	}

	@Test
	void theWholeReportComesInOneRequest() {
		var council = this.campaigning.body(this.staff, "CENTRAL_LABOR_COUNCIL", "A Council", "US-TX", "INTERNAL");
		var local = this.campaigning.local(this.staff, "B Local");
		var uncounted = this.campaigning.local(this.staff, "C Local");
		var silent = this.campaigning.local(this.staff, "D Local");
		count(council, "2024-12-31", 50000);
		count(local, "2023-12-31", 900);
		count(local, "2024-12-31", 1000);
		count(local, "2025-12-31", 2000);
		for (String target : List.of(local, silent, uncounted)) {
			this.api.ask(this.staff,
					"mutation ($c: ID!, $b: ID!) { addTarget(input: {campaignId: $c, bodyId: $b}) { errors { code } } }",
					"c", this.campaign, "b", target);
		}
		adopt(council, "2025-06-01", "INTERNAL");
		adopt(local, "2025-06-09", "PARTNER");
		adopt(local, "2025-06-12", "PARTNER");
		adopt(uncounted, "2025-06-09", "PARTNER");
		this.api.ask(this.staff, REPORT, "c", this.campaign, "d", "2025-06-30")
			.is("""
					{node: {endorsements: {bodies: 3,
					  byKind: [{kind: 'CENTRAL_LABOR_COUNCIL', bodies: 1}, {kind: 'LOCAL_UNION', bodies: 2}],
					  byRegion: [{country: 'US', region: 'US-NY', bodies: 2}, {country: 'US', region: 'US-TX', bodies: 1}],
					  membersRepresented: {members: 1000, bodiesCounted: 1, bodiesCovered: 0, bodiesLeftOut: 1,
					    bodiesWithoutCount: 1, rawSum: 51000, oldestObservation: '2024-12-31'},
					  targets: {targets: 3, endorsing: 2, percent: '66.7'},
					  pressLine: 'endorsed by 3 union organizations in 2 states, including 1 central labor council, representing at least 1,000 members',
					  endorsements: {totalCount: 3, nodes: [
					    {body: {name: 'A Council'}, effectiveOn: '2025-06-01', proceeding: {stage: 'ADOPTED'}},
					    {body: {name: 'B Local'}, effectiveOn: '2025-06-09', proceeding: {stage: 'ADOPTED'}},
					    {body: {name: 'C Local'}, effectiveOn: '2025-06-09', proceeding: {stage: 'ADOPTED'}}]}}}}""");
		this.api.ask(this.staff, REPORT, "c", this.campaign, "d", "2025-05-31")
			.is("""
					{node: {endorsements: {bodies: 0, byKind: [], byRegion: [],
					  membersRepresented: {members: 0, bodiesCounted: 0, bodiesCovered: 0, bodiesLeftOut: 0,
					    bodiesWithoutCount: 0, rawSum: 0, oldestObservation: null},
					  targets: {targets: 3, endorsing: 0, percent: '0.0'}, pressLine: 'not yet endorsed by any organization',
					  endorsements: {totalCount: 0, nodes: []}}}}""");
		this.api.ask(this.viewers.administrator(), REPORT, "c", this.campaign).is("{node: {endorsements: null}}");
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.campaign, partner);
		var shared = """
				{node: {endorsements: {bodies: 2, byKind: [{kind: 'LOCAL_UNION', bodies: 2}],
				  byRegion: [{country: 'US', region: 'US-NY', bodies: 2}],
				  membersRepresented: {members: 1000, bodiesCounted: 1, bodiesCovered: 0, bodiesLeftOut: 0,
				    bodiesWithoutCount: 1, rawSum: 1000, oldestObservation: '2024-12-31'},
				  targets: null,
				  pressLine: 'endorsed by 2 union organizations in 1 state, representing at least 1,000 members',
				  endorsements: {totalCount: 2, nodes: [
				    {body: {name: 'B Local'}, effectiveOn: '2025-06-09', proceeding: {stage: 'ADOPTED'}},
				    {body: {name: 'C Local'}, effectiveOn: '2025-06-09', proceeding: {stage: 'ADOPTED'}}]}}}}""";
		this.api.ask(partner, REPORT, "c", this.campaign, "d", "2025-06-30").is(shared);
		this.walls.without(() -> this.api.ask(partner, REPORT, "c", this.campaign, "d", "2025-06-30").is(shared),
				"proceeding", "stage_event");
	}

	@Test
	void aReportForAPastMomentNeverChanges() {
		var first = this.campaigning.local(this.staff, "First");
		var late = this.campaigning.local(this.staff, "Late");
		count(first, "2024-12-31", 10);
		var proceeding = adopt(first, "2025-06-09", "INTERNAL");
		var known = this.api.ask(this.staff,
				"query ($p: ID!) { node(id: $p) { ... on Proceeding { timeline { id recordedAt } } } }", "p",
				proceeding);
		var moment = known.text("/node/timeline/0/recordedAt");
		var before = this.api.ask(this.staff, REPORT, "c", this.campaign, "d", "2025-12-31", "k", moment);
		assertThat(before.at("/node/endorsements/bodies").asInt()).isEqualTo(1);
		adopt(late, "2025-06-01", "INTERNAL");
		count(first, "2024-12-31", 20);
		this.api.ask(this.staff,
				"""
						mutation ($p: ID!) { rescindEndorsement(input: {proceedingId: $p, expectedVersion: 2,
						  event: {happenedOn: "2025-07-01", evidence: CONFIRMED, reason: "Reconsidered"}}) { errors { code } } }""",
				"p", proceeding)
			.hasUserErrors();
		this.api
			.ask(this.staff,
					"""
							mutation ($e: ID!) { correctStageEvent(input: {eventId: $e, expectedVersion: 3, correctionReason: "Typo",
							  happenedOn: "2025-06-08"}) { errors { code } } }""",
					"e", known.text("/node/timeline/0/id"))
			.hasUserErrors();
		this.api.ask(this.staff,
				"mutation ($c: ID!, $b: ID!) { addTarget(input: {campaignId: $c, bodyId: $b}) { errors { code } } }",
				"c", this.campaign, "b", late);
		var after = this.api.ask(this.staff, REPORT, "c", this.campaign, "d", "2025-12-31", "k", moment);
		assertThat(after.at("/node/endorsements/membersRepresented"))
			.isEqualTo(before.at("/node/endorsements/membersRepresented"));
		assertThat(after.text("/node/endorsements/pressLine")).isEqualTo(before.text("/node/endorsements/pressLine"));
		assertThat(after.at("/node/endorsements/targets")).isEqualTo(before.at("/node/endorsements/targets"));
		assertThat(after.text("/node/endorsements/endorsements/nodes/0/effectiveOn")).isEqualTo("2025-06-09");
		var names = "query ($c: ID!, $d: Date) { node(id: $c) { ... on Campaign { endorsements(asOf: $d) { endorsements { nodes { body { name } effectiveOn } } } } } }";
		this.api.ask(this.staff, names, "c", this.campaign, "d", "2025-06-30").is("""
				{node: {endorsements: {endorsements: {nodes: [{body: {name: 'First'}, effectiveOn: '2025-06-08'},
				  {body: {name: 'Late'}, effectiveOn: '2025-06-01'}]}}}}""");
		this.api.ask(this.staff, names, "c", this.campaign, "d", "2025-12-31")
			.is("{node: {endorsements: {endorsements: {nodes: [{body: {name: 'Late'}, effectiveOn: '2025-06-01'}]}}}}");
	}

	@Test
	void manyCampaignsCostAsManyStatementsAsOne() {
		adopt(this.campaigning.local(this.staff, "Only"), "2025-06-09", "INTERNAL");
		var query = """
				{ campaigns(first: 100) { nodes { endorsements { bodies pressLine membersRepresented { members }
				  endorsements(first: 3) { nodes { body { name } } } } } } }""";
		int one = this.statements.during(() -> this.api.ask(this.staff, query));
		for (int i = 0; i < 9; i++) {
			this.campaign = this.campaigning.campaign(this.staff);
			adopt(this.campaigning.local(this.staff, "One more"), "2025-06-09", "INTERNAL");
		}
		var answer = this.api.ask(this.staff, query);
		assertThat(answer.at("/campaigns/nodes").size()).isEqualTo(10);
		assertThat(answer.at("/campaigns/nodes/9/endorsements/endorsements/nodes").size()).isEqualTo(1);
		assertThat(this.statements.during(() -> this.api.ask(this.staff, query))).isEqualTo(one)
			.isPositive()
			.isLessThanOrEqualTo(7);
	}

	private void count(String body, String day, int count) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_MEMBER_COUNT)
					.set(BODY_MEMBER_COUNT.BODY_ID, Campaigning.uuid(body))
					.set(BODY_MEMBER_COUNT.AS_OF, LocalDate.parse(day))
					.set(BODY_MEMBER_COUNT.COUNT, count)
					.set(BODY_MEMBER_COUNT.BASIS, CountBasis.REPORTED)
					.set(BODY_MEMBER_COUNT.SOURCE, "a test")
					.execute());
	}

	private String adopt(String body, String day, String visibility) {
		var id = this.api.ask(this.staff,
				"""
						mutation ($c: ID!, $b: ID!, $v: Visibility) {
						  openProceeding(input: {campaignId: $c, bodyId: $b, visibility: $v}) { proceeding { id version } } }""",
				"c", this.campaign, "b", body, "v", visibility);
		var proceeding = id.text("/openProceeding/proceeding/id");
		int version = this.api
			.ask(this.staff, "query ($p: ID!) { node(id: $p) { ... on Proceeding { version } } }", "p", proceeding)
			.at("/node/version")
			.asInt();
		this.api.ask(this.staff,
				"""
						mutation ($p: ID!, $v: Int!, $d: Date) { adoptResolution(input: {proceedingId: $p, expectedVersion: $v,
						  decisionBody: MEMBERSHIP, event: {happenedOn: $d, evidence: CONFIRMED}}) { errors { code message } } }""",
				"p", proceeding, "v", version, "d", day)
			.hasUserErrors();
		return proceeding;
	}

}
