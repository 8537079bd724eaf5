package org.solidarity.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ProceedingApiTest {

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Viewers viewers;

	@Autowired
	Statements statements;

	@Autowired
	Walls walls;

	Scene scene;

	@BeforeEach
	void aCampaignThatAsksABody() {
		this.scene = this.fixture.scene();
	}

	@Test
	void aProceedingIsSeenByWhoWorksOnItAndByPartnersWhereItWasShared() {
		var id = this.scene.open();
		this.scene.act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		this.scene.vote(id, "{result: PASSED, evidence: CONFIRMED, yes: 40, no: 2}").hasUserErrors();
		var coordinator = this.viewers.coordinator(Campaigning.uuid(this.scene.body()));
		var otherCoordinator = this.viewers.coordinator();
		this.scene.assigned(coordinator);
		this.scene.assigned(otherCoordinator);
		var partner = this.viewers.partner();
		var query = """
				query ($p: ID!, $c: ID!) { p: node(id: $p) { id } c: node(id: $c) { ... on Campaign {
				  proceedings { totalCount nodes { timeline { step } votes { yes abstain } } } } } }""";
		var seen = "{p: {id: '" + id
				+ "'}, c: {proceedings: {totalCount: 1, nodes: [{timeline: [{step: 1}], votes: [{yes: 40, abstain: null}]}]}}}";
		var nothing = "{p: null, c: {proceedings: {totalCount: 0, nodes: []}}}";
		for (Viewer viewer : List.of(this.scene.staff(), coordinator, this.viewers.auditor())) {
			this.scene.ask(viewer, query, "p", id).is(seen);
		}
		this.scene.ask(otherCoordinator, query, "p", id).is(nothing);
		this.scene.ask(this.viewers.administrator(), query, "p", id).is(nothing);
		this.scene.ask(this.viewers.staff(), query, "p", id).is("{p: null, c: null}");
		this.scene.shared(partner);
		this.scene.ask(partner, query, "p", id).is(nothing);
		this.walls.without(() -> this.scene.ask(partner, query, "p", id).is(nothing), "proceeding", "stage_event",
				"vote");
		assertThat(rows(partner)).isZero();
		this.scene.ask(
				"mutation ($p: ID!) { updateProceeding(input: {id: $p, expectedVersion: 2, visibility: PARTNER}) { errors { code } } }",
				"p", id)
			.hasUserErrors();
		this.scene.ask(partner, query, "p", id).is(seen);
		assertThat(rows(partner)).isEqualTo(3);
		assertThat(rows(otherCoordinator)).isZero();
	}

	@Test
	void fiftyProceedingsCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(first: 100) { nodes { body { name } campaign { name }
				  stageAt timeline { stage corrects { id } } votes { yes } } totalCount } } } }""";
		this.scene.act("adoptResolution", this.scene.open(), 1, "2025-06-09", "decisionBody: MEMBERSHIP");
		int one = this.statements.during(() -> this.scene.ask(query));
		for (int i = 0; i < 49; i++) {
			this.scene.act("adoptResolution", this.scene.open(), 1, "2025-06-09", "decisionBody: MEMBERSHIP");
		}
		assertThat(this.scene.ask(query).at("/node/proceedings/totalCount").asInt()).isEqualTo(50);
		assertThat(this.statements.during(() -> this.scene.ask(query))).isEqualTo(one).isLessThanOrEqualTo(9);
	}

	@Test
	void proceedingsAreFiltered() {
		var id = this.scene.open();
		this.scene.act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		this.scene.open();
		var query = "query ($c: ID!, $f: ProceedingFilter) { node(id: $c) { ... on Campaign { proceedings(filter: $f, orderBy: {field: STAGE_SINCE}) { totalCount } } } }";
		Map<Map<String, Object>, Integer> expected = new HashMap<>();
		expected.put(Map.of(), 2);
		expected.put(Map.of("stage", Map.of("eq", "ADOPTED")), 1);
		expected.put(Map.of("stage", Map.of("isNull", true)), 1);
		expected.put(Map.of("endorsedAt", "2025-06-08"), 0);
		expected.put(Map.of("endorsedAt", "2025-06-09"), 1);
		expected.put(Map.of("evidence", Map.of("gte", "CONFIRMED")), 1);
		expected.put(Map.of("kind", Map.of("eq", "LOCAL_UNION")), 2);
		expected.put(Map.of("region", Map.of("eq", "US-TX")), 0);
		expected.put(Map.of("visibility", Map.of("eq", "PUBLIC")), 0);
		expected.put(Map.of("meetingOn", Map.of("lt", "2200-01-01")), 0);
		expected.forEach((filter,
				count) -> assertThat(this.scene.ask(query, "f", filter).at("/node/proceedings/totalCount").asInt())
					.as("%s", filter)
					.isEqualTo(count));
	}

	private int rows(Viewer viewer) {
		UUID of = Campaigning.uuid(this.scene.campaign());
		var proceeding = Tables.PROCEEDING;
		return this.transactions.<Integer>read(viewer,
				() -> this.sql.fetchCount(proceeding, proceeding.CAMPAIGN_ID.eq(of))
						+ this.sql.fetchCount(Tables.STAGE_EVENT.join(proceeding)
							.on(proceeding.ID.eq(Tables.STAGE_EVENT.PROCEEDING_ID), proceeding.CAMPAIGN_ID.eq(of)))
						+ this.sql.fetchCount(Tables.VOTE.join(proceeding)
							.on(proceeding.ID.eq(Tables.VOTE.PROCEEDING_ID), proceeding.CAMPAIGN_ID.eq(of))));
	}

}
