package org.solidarity.endorsement.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.endorsement.EndorsementFixture.PAYLOAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class StageApiTest {

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaignThatAsksABody() {
		this.scene = this.fixture.scene();
	}

	@Test
	void aTextIsIntroducedAdoptedAndRescinded() {
		this.scene.target(this.scene.body());
		var resolution = this.scene
			.ask("""
					mutation ($c: ID!) { createResolution(input: {campaignId: $c, language: "en", title: "For peace", text: "Resolved"}) {
					  resolution { id latest { id } } } }""");
		var text = resolution.text("/createResolution/resolution/latest/id");
		var proceeding = this.scene.ask("""
				mutation ($c: ID!, $b: ID!, $r: ID!) {
				  openProceeding(input: {campaignId: $c, bodyId: $b, resolutionId: $r, identifier: "Resolution #15"}) {
				    proceeding { id stage version } } }""", "r", resolution.text("/createResolution/resolution/id"));
		assertThat(proceeding.text("/openProceeding/proceeding/stage")).isEqualTo("IDENTIFIED");
		var id = proceeding.text("/openProceeding/proceeding/id");
		this.scene.act("introduceResolution", id, 2, "2025-06-02", "decisionBody: MEMBERSHIP").hasUserErrors();
		this.scene.act("adoptResolution", id, 3, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		this.scene.act("rescindEndorsement", id, 4, "2025-07-01", "").hasUserErrors("REQUIRED input.event.reason");
		this.scene.act("rescindEndorsement", id, 4, "2025-06-01", "", "reason: \"Reconsidered\"")
			.hasUserErrors("OUT_OF_RANGE input.event.happenedOn");
		this.scene.act("rescindEndorsement", id, 4, "2025-07-01", "", "reason: \"Reconsidered\"").hasUserErrors();
		this.scene.ask("""
				query ($p: ID!) { node(id: $p) { ... on Proceeding { stage stageSince adoptedText { id } decisionBody
				  before: stageAt(asOf: "2025-06-01") during: stageAt(asOf: "2025-06-30") } } }""", "p", id)
			.is("{node: {stage: 'RESCINDED', stageSince: '2025-07-01', adoptedText: {id: '" + text
					+ "'}, decisionBody: 'MEMBERSHIP', before: null, during: 'ADOPTED'}}");
	}

	@Test
	void aVoteIsScheduledForAMeetingOfTheBody() {
		var id = this.scene.open();
		var convention = this.scene.meeting(this.scene.body(), LocalDate.of(2027, 8, 1), LocalDate.of(2027, 7, 1));
		this.scene
			.act("scheduleVote", id, 1, "2025-06-09", "meetingId: \"" + new NodeId("bme", UUID.randomUUID()) + "\"")
			.hasUserErrors("NOT_FOUND input.meetingId");
		this.scene.act("scheduleVote", id, 1, "2025-06-09", "meetingId: \"" + convention + "\"").hasUserErrors();
		this.scene.ask(
				"query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(filter: {meetingOn: {gte: \"2027-08-01\", lt: \"2027-08-02\"}}) { nodes { stage meetingOn meeting { resolutionDeadline } } } } } }")
			.is("{node: {proceedings: {nodes: [{stage: 'SCHEDULED', meetingOn: '2027-08-01', meeting: {resolutionDeadline: '2027-07-01'}}]}}}");
	}

	@Test
	void aMoveThatIsNotAllowedIsToldWithThoseThatAre() {
		var id = this.scene.open();
		this.scene.act("adoptResolution", id, 1, "2025-06-09", "decisionBody: EXECUTIVE_BOARD").hasUserErrors();
		var refused = this.scene.act("scheduleVote", id, 2, "2025-06-09", "meetingId: \"bme_x\"");
		refused.hasUserErrors("MOVE_NOT_ALLOWED input.proceedingId");
		assertThat(refused.text("/scheduleVote/errors/0/message")).isEqualTo(
				"The proceeding is ADOPTED and cannot become SCHEDULED; allowed: RESCINDED, OVERRIDDEN, EXPIRED.");
		this.scene.ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { nextStages } } }", "p", id)
			.is("{node: {nextStages: ['RESCINDED', 'OVERRIDDEN', 'EXPIRED']}}");
	}

	@Test
	void whatAStageNeedsIsToldAtItsField() {
		var id = this.scene.open();
		this.scene.act("recordContact", id, 1, "2025-06-09", "").hasUserErrors("INVALID input.proceedingId");
		this.scene.act("adoptResolution", id, 1, "2025-06-09", "").hasUserErrors("REQUIRED input.decisionBody");
		this.scene.act("adoptResolution", id, 1, "2125-06-09", "decisionBody: MEMBERSHIP, asAmended: true")
			.hasUserErrors("OUT_OF_RANGE input.event.happenedOn", "REQUIRED input.adoptedTextId");
		this.scene.act("combineResolution", id, 1, "2025-06-09", "combinedIntoId: \"" + id + "\"")
			.hasUserErrors("INVALID input.combinedIntoId");
		this.scene.act("overrideEndorsement", id, 1, "2025-06-09", "overriddenById: \"" + this.scene.body() + "\"")
			.hasUserErrors("MOVE_NOT_ALLOWED input.proceedingId");
		this.scene.ask(
				"mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, event: {precision: UNKNOWN, evidence: REPORTED}}) { "
						+ PAYLOAD + "} }",
				"p", id)
			.hasUserErrors("REQUIRED input.event.sourceName", "REQUIRED input.decisionBody");
	}

	@Test
	void anUndatedReportCountsFromItsRecordingAndAMonthFromItsEnd() {
		var undated = this.scene.open();
		this.scene.ask(
				"mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, event: {precision: UNKNOWN, evidence: REPORTED, sourceName: \"A list\"}}) { "
						+ PAYLOAD + "} }",
				"p", undated)
			.hasUserErrors();
		var month = this.scene.open();
		this.scene.ask(
				"mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, decisionBody: CONVENTION, event: {happenedOn: \"2024-02-11\", precision: MONTH, evidence: DOCUMENTED}}) { "
						+ PAYLOAD + "} }",
				"p", month)
			.hasUserErrors();
		var since = "query ($p: ID!) { node(id: $p) { ... on Proceeding { stageSince timeline { happenedOn precision } } } }";
		assertThat(LocalDate.parse(this.scene.ask(since, "p", undated).text("/node/stageSince")))
			.isAfter(LocalDate.now().minusDays(3));
		this.scene.ask(since, "p", month)
			.is("{node: {stageSince: '2024-02-29', timeline: [{happenedOn: '2024-02-01', precision: 'MONTH'}]}}");
	}

	@Test
	void theDatabaseItselfKnowsTheMoves() {
		List<Stage> froms = new ArrayList<>(List.of(Stage.values()));
		froms.add(null);
		for (Stage from : froms) {
			for (Stage to : Stage.values()) {
				boolean allowed = Boolean.TRUE
					.equals(this.sql.select(Routines.stageMayFollow(from, to)).fetchSingle().value1());
				assertThat(allowed).as("%s to %s", from, to).isEqualTo(Moves.from(from).contains(to));
			}
		}
		var proceeding = Campaigning.uuid(this.scene.open());
		insert(proceeding, Stage.DEFEATED);
		assertThatThrownBy(() -> insert(proceeding, Stage.ADOPTED))
			.satisfies(ex -> assertThat(Violations.constraint(ex)).isEqualTo("stage_event_is_an_allowed_move"));
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(Tables.STAGE_EVENT).set(Tables.STAGE_EVENT.STAGE, Stage.ADOPTED).execute()))
			.rootCause()
			.hasMessageContaining("permission denied");
	}

	private void insert(UUID proceeding, Stage stage) {
		var event = Tables.STAGE_EVENT;
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(event)
					.set(event.PROCEEDING_ID, proceeding)
					.set(event.STAGE, stage)
					.set(event.HAPPENED_ON, LocalDate.of(2025, 6, 9))
					.set(event.DATE_PRECISION, DatePrecision.DAY)
					.set(event.EVIDENCE, Evidence.CONFIRMED)
					.set(event.DECISION_BODY, DecisionBody.MEMBERSHIP)
					.set(event.REASON, "why")
					.execute());
	}

}
