package org.solidarity.outreach.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.INTERACTION;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class InteractionApiTest {

	private static final String RECORD = """
			mutation ($input: RecordInteractionInput!) { recordInteraction(input: $input) {
			  interaction { id version reached outcome notes } errors { code path } } }""";

	private static final String CORRECT = """
			mutation ($id: ID!, $v: Int!, $outcome: InteractionOutcome, $notes: String) {
			  correctInteraction(input: {id: $id, expectedVersion: $v, correctionReason: "Wrote it down wrongly",
			    outcome: $outcome, notes: $notes}) {
			    interaction { version reached notes } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.some.campaign(this.staff);
		this.body = this.some.local("Contacted Local");
	}

	@Test
	void aContactIsRecordedOnceAndTellsWhetherSomeoneWasReached() {
		var input = input("REACHED", Map.of("notes", "They meet on Tuesday — ¿quién? 見本", "idempotencyKey", "k", "at",
				"2026-01-02T03:04:05Z", "actionNeeded", "Send the text"));
		var first = record(this.staff, input);
		var id = first.text("/recordInteraction/interaction/id");
		assertThat(record(this.staff, input).text("/recordInteraction/interaction/id")).isEqualTo(id);
		this.api
			.ask(this.staff,
					"""
							query ($id: ID!) { node(id: $id) { ... on Interaction { campaign { id } body { name } member { name }
							  by { name } channel direction at outcome reached callBackAfter notes actionNeeded actionTaken retracted
							  correctionReason version history { version } } } }""",
					"id", id)
			.is("""
					{node: {campaign: {id: '%s'}, body: {name: 'Contacted Local'}, member: null, by: {name: 'Some STAFF'},
					  channel: 'PHONE', direction: 'OUTBOUND', at: '2026-01-02T03:04:05Z', outcome: 'REACHED', reached: true,
					  callBackAfter: null, notes: 'They meet on Tuesday — ¿quién? 見本', actionNeeded: 'Send the text',
					  actionTaken: null, retracted: false, correctionReason: null, version: 1, history: [{version: 1}]}}"""
				.formatted(Some.id("cam", this.campaign)));
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		record(this.staff,
				input("CALL_BACK",
						Map.of("at", "2999-01-01T00:00:00Z", "notes", "x".repeat(10_001), "actionTaken", " ")))
			.hasUserErrors("OUT_OF_RANGE input.at", "REQUIRED input.callBackAfter", "TOO_LONG input.notes",
					"REQUIRED input.actionTaken");
		record(this.staff,
				input("REACHED", Map.of("at", "2026-01-02T00:00:00Z", "callBackAfter", "2026-01-01T00:00:00Z")))
			.hasUserErrors("OUT_OF_RANGE input.callBackAfter");
		record(this.staff, input("REACHED", Map.of("bodyId", "bod_x"))).hasUserErrors("NOT_FOUND input.bodyId");
		record(this.staff, input("REACHED", Map.of("campaignId", Some.id("cam", this.some.campaign()))))
			.hasUserErrors("NOT_FOUND input.campaignId");
		record(this.staff, input("REACHED", Map.of("memberId", "mem_x"))).hasUserErrors("INVALID input.memberId");
		var nobody = new HashMap<>(input("REACHED", Map.of()));
		nobody.remove("bodyId");
		record(this.staff, nobody).hasUserErrors("REQUIRED input.bodyId");
		for (Viewer other : List.of(this.viewers.auditor(), this.viewers.administrator(),
				this.viewers.partner(this.body))) {
			record(other, input("REACHED", Map.of())).isRefused("FORBIDDEN");
		}
		var coordinator = this.viewers.coordinator(this.some.local("Another local"));
		this.some.worksOn(this.campaign, coordinator);
		record(coordinator, input("REACHED", Map.of())).hasUserErrors("NOT_FOUND input.bodyId");
	}

	@Test
	void aCorrectionIsANewVersionAndNothingIsLost() {
		var id = recorded("LEFT_MESSAGE", Map.of("notes", "First"));
		correct(id, 1, "REACHED", "Second")
			.is("{correctInteraction: {interaction: {version: 2, reached: true, notes: 'Second'}, errors: []}}");
		correct(id, 1, "NO_ANSWER", "Third").isRefused("CONFLICT");
		this.api
			.ask(this.staff,
					"""
							mutation ($id: ID!) { retractInteraction(input: {id: $id, expectedVersion: 2, correctionReason: "Other local"}) {
							  interaction { retracted version } errors { code } } }""",
					"id", id)
			.is("{retractInteraction: {interaction: {retracted: true, version: 3}, errors: []}}");
		this.api
			.ask(this.staff,
					"""
							mutation ($id: ID!) { retractInteraction(input: {id: $id, expectedVersion: 3, correctionReason: "Again"}) {
							  errors { code path } } }""",
					"id", id)
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.staff, """
				query ($id: ID!) { node(id: $id) { ... on Interaction { history {
				  version outcome notes retracted correctionReason recordedBy { name } } } } }""", "id", id)
			.is("""
					{node: {history: [
					  {version: 1, outcome: 'LEFT_MESSAGE', notes: 'First', retracted: false, correctionReason: null, recordedBy: {name: 'Some STAFF'}},
					  {version: 2, outcome: 'REACHED', notes: 'Second', retracted: false, correctionReason: 'Wrote it down wrongly', recordedBy: {name: 'Some STAFF'}},
					  {version: 3, outcome: 'REACHED', notes: 'Second', retracted: true, correctionReason: 'Other local', recordedBy: {name: 'Some STAFF'}}]}}""");
		var lists = """
				query ($b: ID!) { node(id: $b) { ... on Body { interactions { totalCount nodes { id } }
				  all: interactions(withRetracted: true) { nodes { version } totalCount } } } }""";
		this.api.ask(this.staff, lists, "b", Some.id("bod", this.body))
			.is("{node: {interactions: {totalCount: 0, nodes: []}, all: {nodes: [{version: 3}], totalCount: 1}}}");
		correct(id, 3, "REACHED", "Fourth").at("/correctInteraction/interaction/version");
		assertThat(this.api.ask(this.staff, lists, "b", Some.id("bod", this.body))
			.at("/node/interactions/totalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void ofTwoCorrectionsAtOnceOneIsToldThatItCameLater() throws Exception {
		var id = recorded("NO_ANSWER", Map.of());
		var start = new CyclicBarrier(4);
		try (var threads = Executors.newFixedThreadPool(4)) {
			var answers = threads.invokeAll(IntStream.range(0, 4).<Callable<Answer>>mapToObj(i -> () -> {
				start.await();
				return correct(id, 1, "REACHED", "By " + i);
			}).toList());
			int refused = 0;
			for (var answer : answers) {
				if (answer.get().body().has("errors")) {
					answer.get().isRefused("CONFLICT");
					assertThat(answer.get().body().at("/errors/0/extensions/currentVersion").asInt()).isEqualTo(2);
					refused++;
				}
			}
			assertThat(refused).isEqualTo(3);
		}
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(INTERACTION, INTERACTION.ID.eq(NodeId.valueOf(id).uuid()))))
			.isEqualTo(2);
	}

	@Test
	void theDatabaseKeepsTheHistoryAndTheSubject() {
		var id = NodeId.valueOf(recorded("REACHED", Map.of())).uuid();
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(INTERACTION).set(INTERACTION.NOTES, "x").where(INTERACTION.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.deleteFrom(INTERACTION).where(INTERACTION.ID.eq(id)).execute()))
			.hasStackTraceContaining("permission denied");
		for (UUID other : List.of(this.some.local("Another"), this.some.local("Yet another"))) {
			assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
					() -> this.sql.insertInto(INTERACTION)
						.set(INTERACTION.ID, id)
						.set(INTERACTION.VERSION, 2)
						.set(INTERACTION.CAMPAIGN_ID, this.campaign)
						.set(INTERACTION.BODY_ID, other)
						.set(INTERACTION.CHANNEL, InteractionChannel.PHONE)
						.set(INTERACTION.DIRECTION, InteractionDirection.INBOUND)
						.set(INTERACTION.OUTCOME, InteractionOutcome.REACHED)
						.set(INTERACTION.AT, Instant.EPOCH)
						.set(INTERACTION.CORRECTION_REASON, "Moved")
						.execute()))
				.hasStackTraceContaining("is about the same body");
		}
	}

	@Test
	void interactionsAreFilteredAndOrdered() {
		recorded("REACHED", Map.of("notes", "a", "at", "2026-01-03T00:00:00Z", "actionNeeded", "Write"));
		recorded("NO_ANSWER", Map.of("notes", "b", "at", "2026-01-01T00:00:00Z", "channel", "EMAIL"));
		recorded("CALL_BACK", Map.of("notes", "c", "at", "2026-01-02T00:00:00Z", "callBackAfter",
				"2026-02-01T00:00:00Z", "direction", "INBOUND"));
		assertThat(notes(Map.of())).containsExactly("a", "c", "b");
		assertThat(notes(Map.of("reached", true))).containsExactly("a", "c");
		assertThat(notes(Map.of("channel", Map.of("eq", "EMAIL")))).containsExactly("b");
		assertThat(notes(Map.of("direction", "INBOUND"))).containsExactly("c");
		assertThat(notes(Map.of("outcome", Map.of("in", List.of("NO_ANSWER", "CALL_BACK"))))).containsExactly("c", "b");
		assertThat(notes(Map.of("at", Map.of("gte", "2026-01-02T00:00:00Z")))).containsExactly("a", "c");
		assertThat(notes(Map.of("callBackAfter", Map.of("lt", "2026-03-01T00:00:00Z")))).containsExactly("c");
		assertThat(notes(Map.of("actionOpen", true))).containsExactly("a");
		assertThat(notes(Map.of("actionOpen", false))).containsExactly("c", "b");
		assertThat(notes(Map.of("by", Map.of("mine", true)))).hasSize(3);
		assertThat(notes(Map.of("by", Map.of("mine", false)))).isEmpty();
		assertThat(notes(Map.of("by", Map.of("eq", Some.id("acc", this.staff.id()))))).hasSize(3);
		assertThat(notes(Map.of("by", Map.of("isNull", true)))).isEmpty();
		assertThat(notes(Map.of("bodyId", Some.id("bod", this.body)))).hasSize(3);
		assertThat(notes(Map.of("not", Map.of("memberId", "mem_x")))).hasSize(3);
		assertThat(this.api.ask(this.staff,
				"""
						query ($c: ID!) { interactions(filter: {campaignId: $c}, orderBy: {field: RECORDED_AT}) { nodes { notes } } }""",
				"c", Some.id("cam", this.campaign))
			.at("/interactions/nodes")
			.valueStream()
			.map(node -> node.get("notes").asString())).containsExactly("a", "b", "c");
	}

	@Test
	void fiftyInteractionsCostAsManyStatementsAsOne() {
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { interactions(first: 100) { totalCount nodes {
				  campaign { name } body { name interactions(first: 1) { nodes { id } } } member { name } by { name }
				  history { recordedBy { name } } } } } } }""";
		recorded("REACHED", Map.of());
		var id = Some.id("cam", this.campaign);
		int one = this.statements.during(() -> this.api.ask(this.staff, query, "c", id).at("/node"));
		for (int i = 0; i < 50; i++) {
			recorded("REACHED", Map.of("bodyId", Some.id("bod", this.some.local("Local " + i))));
		}
		int fifty = this.statements.during(() -> this.api.ask(this.staff, query, "c", id).at("/node"));
		assertThat(fifty).isEqualTo(one).isLessThanOrEqualTo(10);
	}

	private List<String> notes(Map<String, Object> filter) {
		return this.api.ask(this.staff,
				"query ($c: ID!, $f: InteractionFilter) { node(id: $c) { ... on Campaign { interactions(filter: $f) { nodes { notes } } } } }",
				"c", Some.id("cam", this.campaign), "f", filter)
			.at("/node/interactions/nodes")
			.valueStream()
			.map(node -> node.get("notes").asString())
			.toList();
	}

	private Map<String, Object> input(String outcome, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(), "campaignId",
				Some.id("cam", this.campaign), "bodyId", Some.id("bod", this.body), "channel", "PHONE", "direction",
				"OUTBOUND", "outcome", outcome));
		input.putAll(more);
		return input;
	}

	private Answer record(Viewer viewer, Map<String, Object> input) {
		return this.api.ask(viewer, RECORD, "input", input);
	}

	private String recorded(String outcome, Map<String, Object> more) {
		return record(this.staff, input(outcome, more)).text("/recordInteraction/interaction/id");
	}

	private Answer correct(String id, int version, String outcome, String notes) {
		return this.api.ask(this.staff, CORRECT, "id", id, "v", version, "outcome", outcome, "notes", notes);
	}

}
