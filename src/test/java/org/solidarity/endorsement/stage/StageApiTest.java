package org.solidarity.endorsement.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.MeetingKind;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class StageApiTest {

	private static final String PAYLOAD = "proceeding { stage version } event { id step } errors { code message path } ";

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

	String body;

	@BeforeEach
	void aCampaignThatAsksABody() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.body = this.campaigning.local(this.staff, "Local of " + this.staff.id());
	}

	@Test
	void aTextIsIntroducedAdoptedAndRescinded() {
		ask("mutation ($c: ID!, $b: ID!) { addTarget(input: {campaignId: $c, bodyId: $b}) { errors { code } } }");
		var resolution = ask(
				"""
						mutation ($c: ID!) { createResolution(input: {campaignId: $c, language: "en", title: "For peace", text: "Resolved"}) {
						  resolution { id latest { id } } } }""");
		var text = resolution.text("/createResolution/resolution/latest/id");
		var proceeding = this.api.ask(this.staff, """
				mutation ($c: ID!, $b: ID!, $r: ID!) {
				  openProceeding(input: {campaignId: $c, bodyId: $b, resolutionId: $r, identifier: "Resolution #15"}) {
				    proceeding { id stage version } } }""", "c", this.campaign, "b", this.body, "r",
				resolution.text("/createResolution/resolution/id"));
		assertThat(proceeding.text("/openProceeding/proceeding/stage")).isEqualTo("IDENTIFIED");
		var id = proceeding.text("/openProceeding/proceeding/id");
		act("introduceResolution", id, 2, "2025-06-02", "decisionBody: MEMBERSHIP").hasUserErrors();
		act("adoptResolution", id, 3, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		act("rescindEndorsement", id, 4, "2025-07-01", "").hasUserErrors("REQUIRED input.event.reason");
		act("rescindEndorsement", id, 4, "2025-06-01", "", "reason: \"Reconsidered\"")
			.hasUserErrors("OUT_OF_RANGE input.event.happenedOn");
		act("rescindEndorsement", id, 4, "2025-07-01", "", "reason: \"Reconsidered\"").hasUserErrors();
		this.api.ask(this.staff, """
				query ($p: ID!) { node(id: $p) { ... on Proceeding { stage stageSince adoptedText { id } decisionBody
				  before: stageAt(asOf: "2025-06-01") during: stageAt(asOf: "2025-06-30") } } }""", "p", id)
			.is("{node: {stage: 'RESCINDED', stageSince: '2025-07-01', adoptedText: {id: '" + text
					+ "'}, decisionBody: 'MEMBERSHIP', before: null, during: 'ADOPTED'}}");
	}

	@Test
	void aVoteIsScheduledForAMeetingOfTheBody() {
		var id = open();
		var meeting = Tables.BODY_MEETING;
		UUID convention = this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(meeting)
					.set(meeting.BODY_ID, Campaigning.uuid(this.body))
					.set(meeting.KIND, MeetingKind.CONVENTION)
					.set(meeting.DATE, LocalDate.of(2027, 8, 1))
					.returning(meeting.ID)
					.fetchSingle(meeting.ID));
		act("scheduleVote", id, 1, "2025-06-09", "meetingId: \"" + new NodeId("bme", UUID.randomUUID()) + "\"")
			.hasUserErrors("NOT_FOUND input.meetingId");
		act("scheduleVote", id, 1, "2025-06-09", "meetingId: \"" + new NodeId("bme", convention) + "\"")
			.hasUserErrors();
		ask("query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(filter: {meetingOn: {gte: \"2027-08-01\", lt: \"2027-08-02\"}}) { nodes { stage meetingOn } } } } }")
			.is("{node: {proceedings: {nodes: [{stage: 'SCHEDULED', meetingOn: '2027-08-01'}]}}}");
	}

	@Test
	void aMoveThatIsNotAllowedIsToldWithThoseThatAre() {
		var id = open();
		act("adoptResolution", id, 1, "2025-06-09", "decisionBody: EXECUTIVE_BOARD").hasUserErrors();
		var refused = act("scheduleVote", id, 2, "2025-06-09", "meetingId: \"bme_x\"");
		refused.hasUserErrors("MOVE_NOT_ALLOWED input.proceedingId");
		assertThat(refused.text("/scheduleVote/errors/0/message")).isEqualTo(
				"The proceeding is ADOPTED and cannot become SCHEDULED; allowed: RESCINDED, OVERRIDDEN, EXPIRED.");
	}

	@Test
	void whatAStageNeedsIsToldAtItsField() {
		var id = open();
		act("recordContact", id, 1, "2025-06-09", "").hasUserErrors("INVALID input.proceedingId");
		act("adoptResolution", id, 1, "2025-06-09", "").hasUserErrors("REQUIRED input.decisionBody");
		act("adoptResolution", id, 1, "2125-06-09", "decisionBody: MEMBERSHIP, asAmended: true")
			.hasUserErrors("OUT_OF_RANGE input.event.happenedOn", "REQUIRED input.adoptedTextId");
		act("combineResolution", id, 1, "2025-06-09", "combinedIntoId: \"" + id + "\"")
			.hasUserErrors("INVALID input.combinedIntoId");
		act("overrideEndorsement", id, 1, "2025-06-09", "overriddenById: \"" + this.body + "\"")
			.hasUserErrors("MOVE_NOT_ALLOWED input.proceedingId");
		ask("mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, event: {precision: UNKNOWN, evidence: REPORTED}}) { "
				+ PAYLOAD + "} }", "p", id)
			.hasUserErrors("REQUIRED input.event.sourceName", "REQUIRED input.decisionBody");
	}

	@Test
	void anUndatedReportCountsFromItsRecordingAndAMonthFromItsEnd() {
		var undated = open();
		ask("mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, event: {precision: UNKNOWN, evidence: REPORTED, sourceName: \"A list\"}}) { "
				+ PAYLOAD + "} }", "p", undated)
			.hasUserErrors();
		var month = open();
		ask("mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1, decisionBody: CONVENTION, event: {happenedOn: \"2024-02-11\", precision: MONTH, evidence: DOCUMENTED}}) { "
				+ PAYLOAD + "} }", "p", month)
			.hasUserErrors();
		var since = "query ($p: ID!) { node(id: $p) { ... on Proceeding { stageSince timeline { happenedOn precision } } } }";
		assertThat(LocalDate.parse(ask(since, "p", undated).text("/node/stageSince")))
			.isAfter(LocalDate.now().minusDays(3));
		ask(since, "p", month)
			.is("{node: {stageSince: '2024-02-29', timeline: [{happenedOn: '2024-02-01', precision: 'MONTH'}]}}");
	}

	@Test
	void aCorrectionReplacesWhatWasSaidAndLeavesItVisible() {
		var id = open();
		var event = act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP")
			.text("/adoptResolution/event/id");
		var before = ask("query ($e: ID!) { node(id: $e) { ... on StageEvent { recordedAt } } }", "e", event)
			.text("/node/recordedAt");
		var correct = """
				mutation ($e: ID!, $v: Int!, $r: Boolean!, $d: Date) { correctStageEvent(input: {eventId: $e, expectedVersion: $v,
				  correctionReason: "The minutes say so", retract: $r, happenedOn: $d}) {"""
				+ PAYLOAD + "} }";
		ask(correct, "e", event, "v", 2, "r", false, "d", "2025-06-19").hasUserErrors();
		var query = """
				query ($p: ID!, $k: DateTime) { node(id: $p) { ... on Proceeding { stage now: stageAt(asOf: "2025-06-10")
				  then: stageAt(asOf: "2025-06-10", asKnownAt: $k)
				  timeline { stage happenedOn correctionReason superseded retracts corrects { stage } } } } }""";
		ask(query, "p", id, "k", before)
			.is("""
					{node: {stage: 'ADOPTED', now: null, then: 'ADOPTED', timeline: [
					  {stage: 'ADOPTED', happenedOn: '2025-06-09', correctionReason: null, superseded: true, retracts: false, corrects: null},
					  {stage: 'ADOPTED', happenedOn: '2025-06-19', correctionReason: 'The minutes say so', superseded: false, retracts: false, corrects: {stage: 'ADOPTED'}}]}}""");
		act("rescindEndorsement", id, 3, "2025-07-01", "", "reason: \"Reconsidered\"").hasUserErrors();
		ask(correct, "e", event, "v", 4, "r", true, "d", "2025-06-19").hasUserErrors("MOVE_NOT_ALLOWED input.eventId");
		ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { stageAt(asKnownAt: \"2199-01-01T00:00:00Z\") } } }",
				"p", id)
			.isRefused("BAD_USER_INPUT");
	}

	@Test
	void ofTwoWhoRecordAtOnceTheSecondIsToldAndNothingIsLost() throws Exception {
		var id = open();
		Callable<Answer> adopt = () -> act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP");
		Callable<Answer> table = () -> act("tableResolution", id, 1, "2025-06-09", "", "reason: \"No quorum\"");
		List<Answer> answers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			for (var future : threads.invokeAll(List.of(adopt, table))) {
				answers.add(future.get());
			}
		}
		var refused = answers.stream().filter(answer -> answer.body().has("errors")).toList();
		assertThat(refused).hasSize(1);
		refused.getFirst().isRefused("CONFLICT");
		assertThat(refused.getFirst().body().at("/errors/0/extensions/currentVersion").asInt()).isEqualTo(2);
		assertThat(refused.getFirst().body().at("/errors/0/extensions/currentStage").asString()).isIn("ADOPTED",
				"TABLED");
		ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { version timeline { step } } } }", "p", id)
			.is("{node: {version: 2, timeline: [{step: 1}]}}");
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
		var proceeding = Campaigning.uuid(open());
		insert(proceeding, Stage.DEFEATED);
		assertThatThrownBy(() -> insert(proceeding, Stage.ADOPTED))
			.satisfies(ex -> assertThat(Violations.constraint(ex)).isEqualTo("stage_event_is_an_allowed_move"));
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(Tables.STAGE_EVENT).set(Tables.STAGE_EVENT.STAGE, Stage.ADOPTED).execute()))
			.rootCause()
			.hasMessageContaining("permission denied");
	}

	@Test
	void aProceedingIsSeenByWhoWorksOnItAndByPartnersWhereItWasShared() {
		var id = open();
		act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		vote(id, "{result: PASSED, evidence: CONFIRMED, yes: 40, no: 2}").hasUserErrors();
		var coordinator = this.viewers.coordinator(Campaigning.uuid(this.body));
		var otherCoordinator = this.viewers.coordinator();
		this.campaigning.assign(this.campaign, coordinator);
		this.campaigning.assign(this.campaign, otherCoordinator);
		var partner = this.viewers.partner();
		var query = """
				query ($p: ID!, $c: ID!) { p: node(id: $p) { id } c: node(id: $c) { ... on Campaign {
				  proceedings { totalCount nodes { timeline { step } votes { yes abstain } } } } } }""";
		var seen = "{p: {id: '" + id
				+ "'}, c: {proceedings: {totalCount: 1, nodes: [{timeline: [{step: 1}], votes: [{yes: 40, abstain: null}]}]}}}";
		var nothing = "{p: null, c: {proceedings: {totalCount: 0, nodes: []}}}";
		for (Viewer viewer : List.of(this.staff, coordinator, this.viewers.auditor())) {
			this.api.ask(viewer, query, "p", id, "c", this.campaign).is(seen);
		}
		this.api.ask(otherCoordinator, query, "p", id, "c", this.campaign).is(nothing);
		this.api.ask(this.viewers.administrator(), query, "p", id, "c", this.campaign).is(nothing);
		this.api.ask(this.viewers.staff(), query, "p", id, "c", this.campaign).is("{p: null, c: null}");
		this.campaigning.shareEndorsements(this.campaign, partner);
		this.api.ask(partner, query, "p", id, "c", this.campaign).is(nothing);
		this.walls.without(() -> this.api.ask(partner, query, "p", id, "c", this.campaign).is(nothing), "proceeding",
				"stage_event", "vote");
		assertThat(rows(partner)).isZero();
		ask("mutation ($p: ID!) { updateProceeding(input: {id: $p, expectedVersion: 2, visibility: PARTNER}) { errors { code } } }",
				"p", id)
			.hasUserErrors();
		this.api.ask(partner, query, "p", id, "c", this.campaign).is(seen);
		assertThat(rows(partner)).isEqualTo(3);
		assertThat(rows(otherCoordinator)).isZero();
	}

	@Test
	void anUnknownCountIsNotZeroAndACorrectionIsANewRow() {
		var id = open();
		var first = vote(id, "{result: PASSED, evidence: REPORTED, yes: 40}").text("/recordVote/vote/id");
		vote(id, "{result: PASSED, evidence: REPORTED, yes: 40, no: 70, eligible: 100}")
			.hasUserErrors("OUT_OF_RANGE input.vote.eligible");
		var correct = "{result: PASSED, evidence: DOCUMENTED, yes: 41, no: 0, reason: \"Recount\"}, correctsId: \""
				+ first + "\"";
		vote(id, correct).hasUserErrors();
		vote(id, correct).hasUserErrors("TAKEN input.correctsId");
		ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { votes { yes no superseded } } } }", "p", id)
			.is("{node: {votes: [{yes: 40, no: null, superseded: true}, {yes: 41, no: 0, superseded: false}]}}");
	}

	@Test
	void fiftyProceedingsCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(first: 100) { nodes { body { name } campaign { name }
				  stageAt timeline { stage corrects { id } } votes { yes } } totalCount } } } }""";
		act("adoptResolution", open(), 1, "2025-06-09", "decisionBody: MEMBERSHIP");
		int one = this.statements.during(() -> ask(query));
		for (int i = 0; i < 49; i++) {
			act("adoptResolution", open(), 1, "2025-06-09", "decisionBody: MEMBERSHIP");
		}
		assertThat(ask(query).at("/node/proceedings/totalCount").asInt()).isEqualTo(50);
		assertThat(this.statements.during(() -> ask(query))).isEqualTo(one).isLessThanOrEqualTo(9);
	}

	@Test
	void proceedingsAreFiltered() {
		var id = open();
		act("adoptResolution", id, 1, "2025-06-09", "decisionBody: MEMBERSHIP").hasUserErrors();
		open();
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
				count) -> assertThat(this.api.ask(this.staff, query, "c", this.campaign, "f", filter)
					.at("/node/proceedings/totalCount")
					.asInt()).as("%s", filter).isEqualTo(count));
	}

	private int rows(Viewer viewer) {
		UUID of = Campaigning.uuid(this.campaign);
		var proceeding = Tables.PROCEEDING;
		return this.transactions.<Integer>read(viewer,
				() -> this.sql.fetchCount(proceeding, proceeding.CAMPAIGN_ID.eq(of))
						+ this.sql.fetchCount(Tables.STAGE_EVENT.join(proceeding)
							.on(proceeding.ID.eq(Tables.STAGE_EVENT.PROCEEDING_ID), proceeding.CAMPAIGN_ID.eq(of)))
						+ this.sql.fetchCount(Tables.VOTE.join(proceeding)
							.on(proceeding.ID.eq(Tables.VOTE.PROCEEDING_ID), proceeding.CAMPAIGN_ID.eq(of))));
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

	private String open() {
		return ask(
				"mutation ($c: ID!, $b: ID!) { openProceeding(input: {campaignId: $c, bodyId: $b}) { proceeding { id } } }")
			.text("/openProceeding/proceeding/id");
	}

	private Answer vote(String proceeding, String vote) {
		return ask("mutation ($p: ID!) { recordVote(input: {proceedingId: $p, vote: " + vote
				+ "}) { vote { id } errors { code path } } }", "p", proceeding);
	}

	private Answer act(String act, String proceeding, int version, String day, String fields, String... event) {
		return ask(
				"mutation ($p: ID!, $v: Int!, $d: Date) { " + act
						+ "(input: {proceedingId: $p, expectedVersion: $v, event: {happenedOn: $d, evidence: CONFIRMED "
						+ String.join(" ", event) + "} " + fields + "}) { " + PAYLOAD + "} }",
				"p", proceeding, "v", version, "d", day);
	}

	private Answer ask(String document, Object... variables) {
		List<Object> all = new ArrayList<>(List.of(variables));
		if (document.contains("$c")) {
			all.addAll(List.of("c", this.campaign));
		}
		if (document.contains("$b:")) {
			all.addAll(List.of("b", this.body));
		}
		return this.api.ask(this.staff, document, all.toArray());
	}

}
