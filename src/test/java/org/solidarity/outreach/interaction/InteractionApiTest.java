package org.solidarity.outreach.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.TestClock;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class InteractionApiTest {

	@Autowired
	Api api;

	@Autowired
	Outreach outreach;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

	@Autowired
	TestClock clock;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Contacted Local");
	}

	@AfterEach
	void theRightTime() {
		this.clock.reset();
	}

	@Test
	void aContactIsRecordedOnceAndTellsWhetherSomeoneWasReached() {
		Map<String, Object> input = Map.of("notes", "They meet on Tuesday — ¿quién? 見本", "idempotencyKey", "k", "at",
				"2026-01-02T03:04:05Z", "actionNeeded", "Send the text");
		var first = this.scene.contact("REACHED", input);
		var id = first.text("/recordInteraction/interaction/id");
		assertThat(this.scene.contact("REACHED", input).text("/recordInteraction/interaction/id")).isEqualTo(id);
		this.api
			.ask(this.scene.staff(),
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
				.formatted(this.scene.campaignId()));
	}

	@Test
	void aRequestThatIsSentAgainLaterIsAnsweredAsBefore() {
		var input = Map.<String, Object>of("idempotencyKey", "later", "callBackAfter",
				Instant.now().plusSeconds(600).toString());
		var first = this.scene.contacted("CALL_BACK", input);
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.scene.contacted("CALL_BACK", input)).isEqualTo(first);
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		this.scene
			.contact("CALL_BACK", Map.of("at", "2999-01-01T00:00:00Z", "notes", "x".repeat(10_001), "actionTaken", " "))
			.hasUserErrors("OUT_OF_RANGE input.at", "REQUIRED input.callBackAfter", "TOO_LONG input.notes",
					"REQUIRED input.actionTaken");
		this.scene.contact("REACHED", Map.of("at", "2026-01-02T00:00:00Z", "callBackAfter", "2026-01-01T00:00:00Z"))
			.hasUserErrors("OUT_OF_RANGE input.callBackAfter");
		this.scene.contact("REACHED", Map.of("bodyId", "bod_x")).hasUserErrors("NOT_FOUND input.bodyId");
		this.scene.contact("REACHED", Map.of("campaignId", Some.id("cam", this.some.campaign())))
			.hasUserErrors("NOT_FOUND input.campaignId");
		this.scene.contact("REACHED", Map.of("memberId", "mem_x")).hasUserErrors("INVALID input.memberId");
		this.outreach.contact(this.scene.staff(), this.scene.campaign(), "REACHED", Map.of())
			.hasUserErrors("REQUIRED input.bodyId");
		for (Viewer other : List.of(this.viewers.auditor(), this.viewers.administrator(),
				this.viewers.partner(this.scene.body()))) {
			this.scene.contact(other, "REACHED", Map.of()).isRefused("FORBIDDEN");
		}
		var coordinator = this.viewers.coordinator(this.some.local("Another local"));
		this.some.worksOn(this.scene.campaign(), coordinator);
		this.scene.contact(coordinator, "REACHED", Map.of()).hasUserErrors("NOT_FOUND input.bodyId");
	}

	@Test
	void interactionsAreFilteredAndOrdered() {
		this.scene.contacted("REACHED", Map.of("notes", "a", "at", "2026-01-03T00:00:00Z", "actionNeeded", "Write"));
		this.scene.contacted("NO_ANSWER", Map.of("notes", "b", "at", "2026-01-01T00:00:00Z", "channel", "EMAIL"));
		this.scene.contacted("CALL_BACK", Map.of("notes", "c", "at", "2026-01-02T00:00:00Z", "callBackAfter",
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
		assertThat(notes(Map.of("by", Map.of("eq", Some.id("acc", this.scene.staff().id()))))).hasSize(3);
		assertThat(notes(Map.of("by", Map.of("isNull", true)))).isEmpty();
		assertThat(notes(Map.of("bodyId", this.scene.bodyId()))).hasSize(3);
		assertThat(notes(Map.of("not", Map.of("memberId", "mem_x")))).hasSize(3);
		assertThat(this.api.ask(this.scene.staff(),
				"""
						query ($c: ID!) { interactions(filter: {campaignId: $c}, orderBy: {field: RECORDED_AT}) { nodes { notes } } }""",
				"c", this.scene.campaignId())
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
		this.scene.contacted("REACHED", Map.of());
		var id = this.scene.campaignId();
		int one = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "c", id).at("/node"));
		for (int i = 0; i < 50; i++) {
			this.scene.contacted("REACHED", Map.of("bodyId", Some.id("bod", this.some.local("Local " + i))));
		}
		int fifty = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "c", id).at("/node"));
		assertThat(fifty).isEqualTo(one).isLessThanOrEqualTo(10);
	}

	private List<String> notes(Map<String, Object> filter) {
		return this.api.ask(this.scene.staff(),
				"query ($c: ID!, $f: InteractionFilter) { node(id: $c) { ... on Campaign { interactions(filter: $f) { nodes { notes } } } } }",
				"c", this.scene.campaignId(), "f", filter)
			.at("/node/interactions/nodes")
			.valueStream()
			.map(node -> node.get("notes").asString())
			.toList();
	}

}
