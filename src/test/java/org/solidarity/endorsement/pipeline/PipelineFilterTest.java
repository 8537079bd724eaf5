package org.solidarity.endorsement.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Which targets are found, and in which order. */
@ApiTest
class PipelineFilterTest {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

	private static final String NAMES = """
			query ($c: ID!, $f: PipelineFilter, $o: PipelineOrder) { node(id: $c) { ... on Campaign {
			  pipeline(filter: $f, orderBy: $o) { totalCount nodes { target { body { name } } } } } } }""";

	@Autowired
	EndorsementFixture fixture;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
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

}
