package org.solidarity.endorsement.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.endorsement.EndorsementFixture;
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
class PipelineApiTest {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Viewers viewers;

	@Autowired
	Statements statements;

	@Autowired
	Walls walls;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	@Test
	void everythingThatACampaignMustSeeToComesInOneRequest() {
		var federation = this.scene.body("STATE_FEDERATION", "A Federation", "US-OR");
		var council = this.scene.body("CENTRAL_LABOR_COUNCIL", "B Council", "US-OR");
		var silent = this.scene.local("C Silent");
		this.scene.target(federation, "ownerId: \"" + Scene.account(this.scene.staff()) + "\"");
		this.scene.target(council, "followUpOn: \"" + TODAY.minusDays(1) + "\"");
		this.scene.target(silent, "followUpOn: \"" + TODAY + "\"");
		this.scene.adopt(federation, "2025-06-09");
		var stalled = this.scene.open(council);
		this.scene.act("introduceResolution", stalled, 2, "2025-01-01", "decisionBody: DELEGATE_MEETING")
			.hasUserErrors();
		this.scene.meeting(silent, TODAY.plusDays(40), TODAY.plusDays(10));
		this.scene
			.ask("""
					query ($c: ID!) { node(id: $c) { ... on Campaign {
					  pipeline { totalCount nodes { target { body { name } owner { name } followUpOn } proceeding { stage }
					    submitted endorsing gap overdue comingOn coveredBy { name } } }
					  pipelineTotals { all { targets endorsing covered overdue coming gaps stalled } withoutProceeding withoutOwner
					    byStage { stage targets } byOwner { owner { name } counts { targets overdue } } } } } }""")
			.is("""
					{node: {pipeline: {totalCount: 3, nodes: [
					  {target: {body: {name: 'A Federation'}, owner: {name: 'Some STAFF'}, followUpOn: null},
					    proceeding: {stage: 'ADOPTED'}, submitted: true, endorsing: true, gap: false, overdue: false,
					    comingOn: null, coveredBy: null},
					  {target: {body: {name: 'B Council'}, owner: null, followUpOn: '%s'}, proceeding: {stage: 'INTRODUCED'},
					    submitted: true, endorsing: false, gap: true, overdue: true, comingOn: null, coveredBy: null},
					  {target: {body: {name: 'C Silent'}, owner: null, followUpOn: '%s'}, proceeding: null,
					    submitted: false, endorsing: false, gap: false, overdue: false, comingOn: '%s', coveredBy: null}]},
					  pipelineTotals: {all: {targets: 3, endorsing: 1, covered: 0, overdue: 1, coming: 1, gaps: 1, stalled: 1},
					    withoutProceeding: 1, withoutOwner: 2,
					    byStage: [{stage: null, targets: 1}, {stage: 'INTRODUCED', targets: 1}, {stage: 'ADOPTED', targets: 1}],
					    byOwner: [{owner: null, counts: {targets: 2, overdue: 1}},
					      {owner: {name: 'Some STAFF'}, counts: {targets: 1, overdue: 0}}]}}}"""
				.formatted(TODAY.minusDays(1), TODAY, TODAY.plusDays(10)));
	}

	@Test
	void anAdoptionStandsBeforeALaterProceedingAndItsEndGivesWay() {
		this.scene.target(this.scene.body());
		var adopted = this.scene.adopt(this.scene.body(), "2025-06-09");
		this.scene.open();
		assertThat(stage()).isEqualTo("ADOPTED");
		this.scene.act("rescindEndorsement", adopted, 3, "2025-07-01", "", "reason: \"Reconsidered\"").hasUserErrors();
		assertThat(stage()).isEqualTo("IDENTIFIED");
	}

	@Test
	void staffSeeAllCoordinatorsTheirBodiesAndPartnersNothing() {
		var other = this.scene.local("Not theirs");
		this.scene.target(this.scene.body());
		this.scene.target(other);
		this.scene.adopt(other, "2025-06-09");
		this.scene.adopt(this.scene.body(), "2025-06-09");
		var coordinator = this.scene.assigned(this.viewers.coordinator(Campaigning.uuid(this.scene.body())));
		var partner = this.scene.shared(this.viewers.partner(Campaigning.uuid(this.scene.body())));
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { pipeline { totalCount nodes { endorsing } }
				  pipelineTotals { all { targets endorsing } } } } }""";
		var two = "{node: {pipeline: {totalCount: 2, nodes: [{endorsing: true}, {endorsing: true}]}, pipelineTotals: {all: {targets: 2, endorsing: 2}}}}";
		var one = "{node: {pipeline: {totalCount: 1, nodes: [{endorsing: true}]}, pipelineTotals: {all: {targets: 1, endorsing: 1}}}}";
		var none = "{node: {pipeline: {totalCount: 0, nodes: []}, pipelineTotals: {all: {targets: 0, endorsing: 0}}}}";
		for (Viewer viewer : List.of(this.scene.staff(), this.viewers.auditor())) {
			this.scene.ask(viewer, query).is(two);
		}
		this.scene.ask(coordinator, query).is(one);
		this.scene.ask(partner, query).is(none);
		this.scene.ask(this.viewers.administrator(), query).is(none);
		this.scene.ask(this.viewers.staff(), query).is("{node: null}");
		this.walls.without(() -> this.scene.ask(coordinator, query).is(one), "campaign_target", "standing",
				"proceeding");
		this.walls.without(() -> this.scene.ask(partner, query).is(none), "campaign_target", "standing", "proceeding");
		assertThat(standings(this.scene.staff())).isEqualTo(2);
		assertThat(standings(coordinator)).isEqualTo(1);
		assertThat(standings(partner)).isZero();
		assertThat(standings(this.viewers.staff())).isZero();
	}

	@Test
	void fiftyEntriesCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign {
				  pipeline(first: 100, orderBy: {field: COMING_ON}) { totalCount nodes { target { body { name nextMeeting { date } } owner { name } }
				    proceeding { stage } endorsing gap coveredBy { name } } }
				  pipelineTotals { all { targets } byStage { targets } byOwner { owner { name } } } } } }""";
		var owner = "ownerId: \"" + Scene.account(this.scene.staff()) + "\"";
		this.scene.target(this.scene.body(), owner);
		this.scene.open();
		int one = this.statements.during(() -> this.scene.ask(query));
		for (int i = 0; i < 49; i++) {
			var body = this.scene.local("Among many " + i);
			this.scene.target(body, owner);
			this.scene.open(body);
		}
		assertThat(this.scene.ask(query).at("/node/pipeline/totalCount").asInt()).isEqualTo(50);
		assertThat(this.statements.during(() -> this.scene.ask(query))).isEqualTo(one).isLessThanOrEqualTo(14);
	}

	private String stage() {
		return this.scene
			.ask("query ($c: ID!) { node(id: $c) { ... on Campaign { pipeline { nodes { proceeding { stage } } } } } }")
			.text("/node/pipeline/nodes/0/proceeding/stage");
	}

	private int standings(Viewer viewer) {
		return this.transactions.<Integer>read(viewer, () -> this.sql.fetchCount(Tables.STANDING,
				Tables.STANDING.CAMPAIGN_ID.eq(Campaigning.uuid(this.scene.campaign()))));
	}

}
