package org.solidarity.endorsement.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class PipelineApiTest {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

	private static final String NAMES = """
			query ($c: ID!, $f: PipelineFilter, $o: PipelineOrder) { node(id: $c) { ... on Campaign {
			  pipeline(filter: $f, orderBy: $o) { totalCount nodes { target { body { name } } } } } } }""";

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
	void whatIsDueIsFoundByFilters() {
		var adopted = this.scene.local("Adopted");
		var scheduled = this.scene.local("Introduced lately");
		var silent = this.scene.local("Silent");
		this.scene.target(adopted, "priority: 1");
		this.scene.target(scheduled,
				"priority: 2, ownerId: \"" + Scene.account(this.scene.staff()) + "\", followUpOn: \"" + TODAY + "\"");
		this.scene.target(silent, "priority: 3, followUpOn: \"" + TODAY.minusDays(1) + "\"");
		this.scene.adopt(adopted, "2025-06-09");
		this.scene.act("introduceResolution", this.scene.open(scheduled), 2, TODAY.minusDays(5).toString(),
				"decisionBody: MEMBERSHIP");
		this.scene.meeting(scheduled, TODAY.plusDays(3), null);
		this.scene.meeting(silent, TODAY.plusDays(60), TODAY.plusDays(2));
		assertThat(names(Map.of())).containsExactly("Adopted", "Introduced lately", "Silent");
		assertThat(names(Map.of("stage", Map.of("eq", "ADOPTED")))).containsExactly("Adopted");
		assertThat(names(Map.of("stage", Map.of("isNull", true)))).containsExactly("Silent");
		assertThat(names(Map.of("hasProceeding", false))).containsExactly("Silent");
		assertThat(names(Map.of("endorsing", false))).containsExactly("Introduced lately", "Silent");
		assertThat(names(Map.of("overdue", true))).containsExactly("Silent");
		assertThat(names(Map.of("overdue", false))).containsExactly("Adopted", "Introduced lately");
		assertThat(names(Map.of("followUpOn", Map.of("eq", TODAY.toString())))).containsExactly("Introduced lately");
		assertThat(names(Map.of("owner", Map.of("isNull", true)))).containsExactly("Adopted", "Silent");
		assertThat(names(Map.of("comingWithin", 3))).containsExactly("Introduced lately", "Silent");
		assertThat(names(Map.of("comingWithin", 3, "submitted", false))).containsExactly("Silent");
		assertThat(names(Map.of("comingWithin", 1))).isEmpty();
		assertThat(names(Map.of("stalledFor", 5))).containsExactly("Introduced lately");
		assertThat(names(Map.of("stalledFor", 6))).isEmpty();
		assertThat(names(Map.of("not", Map.of("stalledFor", 5)))).containsExactly("Adopted", "Silent");
		assertThat(names(Map.of("region", Map.of("eq", "US-TX")))).isEmpty();
		this.scene.ask(NAMES, "f", Map.of("comingWithin", -1)).isRefused("BAD_USER_INPUT");
	}

	@Test
	void theDueComeFirstInEachOrder() {
		var late = this.scene.local("B late");
		var early = this.scene.local("A early");
		var never = this.scene.local("C never");
		this.scene.target(late, "priority: 1, followUpOn: \"" + TODAY.plusDays(2) + "\"");
		this.scene.target(early, "priority: 2, followUpOn: \"" + TODAY.minusDays(2) + "\"");
		this.scene.target(never, "priority: 3");
		this.scene.meeting(late, TODAY.plusDays(20), null);
		this.scene.meeting(early, TODAY.plusDays(10), null);
		this.scene.adopt(late, "2025-06-09");
		this.scene.adopt(early, "2025-06-08");
		assertThat(ordered("PRIORITY")).containsExactly("B late", "A early", "C never");
		assertThat(ordered("BODY_NAME")).containsExactly("A early", "B late", "C never");
		assertThat(ordered("FOLLOW_UP_ON")).containsExactly("A early", "B late", "C never");
		assertThat(ordered("COMING_ON")).containsExactly("A early", "B late", "C never");
		assertThat(ordered("STAGE_SINCE")).containsExactly("A early", "B late", "C never");
		assertThat(ordered("STAGE")).containsExactly("C never", "A early", "B late");
		var page = "query ($c: ID!, $after: String) { node(id: $c) { ... on Campaign { pipeline(first: 1, after: $after, orderBy: {field: COMING_ON, direction: DESC}) { nodes { target { body { name } } } pageInfo { endCursor } } } } }";
		var first = this.scene.ask(page);
		assertThat(first.text("/node/pipeline/nodes/0/target/body/name")).isEqualTo("C never");
		assertThat(this.scene.ask(page, "after", first.text("/node/pipeline/pageInfo/endCursor"))
			.text("/node/pipeline/nodes/0/target/body/name")).isEqualTo("B late");
	}

	@Test
	void aCouncilIsAGapWhereItsStateFederationEndorsesAndItDoesNot() {
		var federation = this.scene.body("STATE_FEDERATION", "Federation", "US-WA");
		var ofRegion = this.scene.body("CENTRAL_LABOR_COUNCIL", "In the region", "US-WA");
		var affiliated = this.scene.body("AREA_LABOR_FEDERATION", "Affiliated", "US-ID");
		var elsewhere = this.scene.body("CENTRAL_LABOR_COUNCIL", "Elsewhere", "US-ID");
		var local = this.scene.body("LOCAL_UNION", "Local in the region", "US-WA");
		var done = this.scene.body("CENTRAL_LABOR_COUNCIL", "Done", "US-WA");
		this.scene.relate(affiliated, RelationType.AFFILIATED_TO, federation);
		List.of(federation, ofRegion, affiliated, elsewhere, local, done).forEach(this.scene::target);
		this.scene.adopt(done, "2025-06-09");
		assertThat(names(Map.of("gap", true))).isEmpty();
		var proceeding = this.scene.adopt(federation, "2025-06-09");
		assertThat(names(Map.of("gap", true))).containsExactly("Affiliated", "In the region");
		this.scene
			.act("rescindEndorsement", proceeding, 3, TODAY.toString(), "",
					"reason: \"Reconsidered\" effectiveOn: \"" + TODAY.plusDays(1) + "\"")
			.hasUserErrors();
		assertThat(names(Map.of("gap", true))).containsExactly("Affiliated", "In the region");
	}

	@Test
	void whoLiesBelowAnEndorsingBodyIsCoveredAndDoesNotEndorse() {
		var union = this.scene.body("INTERNATIONAL_UNION", "Union", "US-NY");
		var district = this.scene.body("INTERMEDIATE_BODY", "District", "US-NY");
		this.scene.relate(district, RelationType.CHARTERED_BY, union);
		this.scene.relate(this.scene.body(), RelationType.CONSTITUENT_OF, district);
		this.scene.target(this.scene.body());
		this.scene.target(union);
		this.scene.adopt(union, "2025-06-09");
		this.scene.ask("""
				query ($c: ID!) { node(id: $c) { ... on Campaign { pipeline(filter: {covered: true}) {
				  nodes { endorsing coveredBy { name } } } pipelineTotals { all { covered endorsing } } } } }""").is("""
				{node: {pipeline: {nodes: [{endorsing: false, coveredBy: {name: 'Union'}}]},
				  pipelineTotals: {all: {covered: 1, endorsing: 1}}}}""");
		this.scene.adopt(district, "2025-06-09");
		this.scene.ask(
				"query ($c: ID!) { node(id: $c) { ... on Campaign { pipeline(filter: {covered: true}) { nodes { coveredBy { name } } } } } }")
			.is("{node: {pipeline: {nodes: [{coveredBy: {name: 'District'}}]}}}");
		this.scene.adopt(this.scene.body(), "2025-06-09");
		assertThat(names(Map.of("covered", true))).isEmpty();
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

	private List<String> names(Map<String, Object> filter) {
		return names(filter, "PRIORITY");
	}

	private List<String> ordered(String order) {
		return names(Map.of(), order);
	}

	private List<String> names(Map<String, Object> filter, String order) {
		return this.scene.ask(NAMES, "f", filter, "o", Map.of("field", order))
			.at("/node/pipeline/nodes")
			.valueStream()
			.map(node -> node.at("/target/body/name").asString())
			.toList();
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
