package org.solidarity.endorsement.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.endorsement.EndorsementFixture.PAYLOAD;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class CorrectionApiTest {

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
	void aCorrectionReplacesWhatWasSaidAndLeavesItVisible() {
		var id = this.scene.open();
		var event = this.scene.act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP")
			.text("/adoptResolution/event/id");
		var before = this.scene.ask("query ($e: ID!) { node(id: $e) { ... on StageEvent { recordedAt } } }", "e", event)
			.text("/node/recordedAt");
		var correct = """
				mutation ($e: ID!, $v: Int!, $r: Boolean!, $d: Date) { correctStageEvent(input: {eventId: $e, expectedVersion: $v,
				  correctionReason: "The minutes say so", retract: $r, happenedOn: $d}) {"""
				+ PAYLOAD + "} }";
		this.scene.ask(correct, "e", event, "v", 2, "r", false, "d", "2025-06-19").hasUserErrors();
		var query = """
				query ($p: ID!, $k: DateTime) { node(id: $p) { ... on Proceeding { stage now: stageAt(asOf: "2025-06-10")
				  then: stageAt(asOf: "2025-06-10", asKnownAt: $k)
				  timeline { stage happenedOn correctionReason superseded retracts corrects { stage } } } } }""";
		this.scene.ask(query, "p", id, "k", before)
			.is("""
					{node: {stage: 'ADOPTED', now: null, then: 'ADOPTED', timeline: [
					  {stage: 'ADOPTED', happenedOn: '2025-06-09', correctionReason: null, superseded: true, retracts: false, corrects: null},
					  {stage: 'ADOPTED', happenedOn: '2025-06-19', correctionReason: 'The minutes say so', superseded: false, retracts: false, corrects: {stage: 'ADOPTED'}}]}}""");
		this.scene.act("rescindEndorsement", id, 3, "2025-07-01", "", "reason: \"Reconsidered\"").hasUserErrors();
		this.scene.ask(correct, "e", event, "v", 4, "r", true, "d", "2025-06-19")
			.hasUserErrors("MOVE_NOT_ALLOWED input.eventId");
		this.scene.ask(
				"query ($p: ID!) { node(id: $p) { ... on Proceeding { stageAt(asKnownAt: \"2199-01-01T00:00:00Z\") } } }",
				"p", id)
			.isRefused("BAD_USER_INPUT");
	}

	@Test
	void ofEightWhoRecordAtOnceOneIsRecordedAndTheOthersAreToldAndNothingIsLost() throws Exception {
		var id = this.scene.open();
		List<Callable<Answer>> acts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			acts.add(() -> this.scene.act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP"));
			acts.add(() -> this.scene.act("tableResolution", id, 1, "2025-06-09", "", "reason: \"No quorum\""));
		}
		List<Answer> answers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(acts.size())) {
			for (var future : threads.invokeAll(acts)) {
				answers.add(future.get());
			}
		}
		var refused = answers.stream().filter(answer -> answer.body().has("errors")).toList();
		assertThat(refused).hasSize(7);
		for (Answer answer : refused) {
			answer.isRefused("CONFLICT");
			assertThat(answer.body().at("/errors/0/extensions/currentVersion").asInt()).isEqualTo(2);
			assertThat(answer.body().at("/errors/0/extensions/currentStage").asString()).isIn("ADOPTED", "TABLED");
		}
		this.scene.ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { version timeline { step } } } }", "p", id)
			.is("{node: {version: 2, timeline: [{step: 1}]}}");
	}

	@Test
	void whatWasMadeOneIsShownFromBothEndsUntilThatIsRetracted() {
		var kept = this.scene.open();
		var given = this.scene.open();
		var event = this.scene.act("combineResolution", given, 1, "2025-06-09", "combinedIntoId: \"" + kept + "\"")
			.text("/combineResolution/event/id");
		var query = """
				query ($p: ID!, $q: ID!) { given: node(id: $p) { ... on Proceeding { combinedInto { id } combinedFrom { id } } }
				  kept: node(id: $q) { ... on Proceeding { combinedInto { id } combinedFrom { stage } } } }""";
		this.scene.ask(query, "p", given, "q", kept)
			.is("{given: {combinedInto: {id: '" + kept
					+ "'}, combinedFrom: []}, kept: {combinedInto: null, combinedFrom: [{stage: 'COMBINED'}]}}");
		this.scene.ask(
				"mutation ($e: ID!) { correctStageEvent(input: {eventId: $e, expectedVersion: 2, correctionReason: \"Mixed up\", retract: true}) { errors { code path } } }",
				"e", event)
			.hasUserErrors();
		this.scene.ask(query, "p", given, "q", kept)
			.is("{given: {combinedInto: null, combinedFrom: []}, kept: {combinedInto: null, combinedFrom: []}}");
	}

	@Test
	void whereAsManyAsCanBeWereMadeOneEachCanStillBeCorrectedAndRetracted() {
		var kept = this.scene.open();
		var into = Campaigning.uuid(kept);
		this.transactions.write(Viewer.SYSTEM, () -> {
			for (int i = 0; i < Combination.MAXIMUM; i++) {
				UUID proceeding = this.sql.insertInto(PROCEEDING)
					.set(PROCEEDING.CAMPAIGN_ID, Campaigning.uuid(this.scene.campaign()))
					.set(PROCEEDING.BODY_ID, Campaigning.uuid(this.scene.body()))
					.returning(PROCEEDING.ID)
					.fetchSingle(PROCEEDING.ID);
				this.sql.insertInto(STAGE_EVENT)
					.set(STAGE_EVENT.PROCEEDING_ID, proceeding)
					.set(STAGE_EVENT.STAGE, Stage.COMBINED)
					.set(STAGE_EVENT.COMBINED_INTO, into)
					.set(STAGE_EVENT.HAPPENED_ON, LocalDate.of(2025, 6, 9))
					.set(STAGE_EVENT.DATE_PRECISION, DatePrecision.DAY)
					.set(STAGE_EVENT.EVIDENCE, Evidence.CONFIRMED)
					.execute();
			}
			return null;
		});
		var more = this.scene.open();
		var combine = "combinedIntoId: \"" + kept + "\"";
		this.scene.act("combineResolution", more, 1, "2025-06-09", combine)
			.hasUserErrors("OUT_OF_RANGE input.combinedIntoId");
		var event = new NodeId(StageEvent.PREFIX,
				this.transactions.<UUID>read(Viewer.SYSTEM,
						() -> this.sql.select(STAGE_EVENT.ID)
							.from(STAGE_EVENT)
							.where(STAGE_EVENT.COMBINED_INTO.eq(into))
							.limit(1)
							.fetchSingle(STAGE_EVENT.ID)))
			.toString();
		var correct = """
				mutation ($e: ID!, $v: Int!, $r: Boolean!) { correctStageEvent(input: {eventId: $e, expectedVersion: $v,
				  correctionReason: "Mixed up", retract: $r, happenedOn: "2025-06-10"}) { event { id } errors { code path } } }""";
		var corrected = this.scene.ask(correct, "e", event, "v", 2, "r", false);
		corrected.hasUserErrors();
		this.scene.ask(correct, "e", corrected.text("/correctStageEvent/event/id"), "v", 3, "r", true).hasUserErrors();
		this.scene.act("combineResolution", more, 1, "2025-06-09", combine).hasUserErrors();
	}

}
