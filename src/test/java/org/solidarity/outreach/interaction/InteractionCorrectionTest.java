package org.solidarity.outreach.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.INTERACTION;

import java.time.Instant;
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
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.springframework.beans.factory.annotation.Autowired;

/** Contacts that are told otherwise, or taken back. */
@ApiTest
class InteractionCorrectionTest {

	private static final String CORRECT = """
			mutation ($id: ID!, $v: Int!, $outcome: InteractionOutcome, $notes: String) {
			  correctInteraction(input: {id: $id, expectedVersion: $v, correctionReason: "Wrote it down wrongly",
			    outcome: $outcome, notes: $notes}) {
			    interaction { version reached notes } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Outreach outreach;

	@Autowired
	Some some;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Contacted Local");
	}

	@Test
	void aCorrectionIsANewVersionAndNothingIsLost() {
		var id = this.scene.contacted("LEFT_MESSAGE", Map.of("notes", "First"));
		correct(id, 1, "REACHED", "Second")
			.is("{correctInteraction: {interaction: {version: 2, reached: true, notes: 'Second'}, errors: []}}");
		correct(id, 1, "NO_ANSWER", "Third").isRefused("CONFLICT");
		this.api
			.ask(this.scene.staff(),
					"""
							mutation ($id: ID!) { retractInteraction(input: {id: $id, expectedVersion: 2, correctionReason: "Other local"}) {
							  interaction { retracted version } errors { code } } }""",
					"id", id)
			.is("{retractInteraction: {interaction: {retracted: true, version: 3}, errors: []}}");
		this.api
			.ask(this.scene.staff(),
					"""
							mutation ($id: ID!) { retractInteraction(input: {id: $id, expectedVersion: 3, correctionReason: "Again"}) {
							  errors { code path } } }""",
					"id", id)
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.scene.staff(), """
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
		this.api.ask(this.scene.staff(), lists, "b", this.scene.bodyId())
			.is("{node: {interactions: {totalCount: 0, nodes: []}, all: {nodes: [{version: 3}], totalCount: 1}}}");
		correct(id, 3, "REACHED", "Fourth").at("/correctInteraction/interaction/version");
		assertThat(this.api.ask(this.scene.staff(), lists, "b", this.scene.bodyId())
			.at("/node/interactions/totalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void ofTwoCorrectionsAtOnceOneIsToldThatItCameLater() throws Exception {
		var id = this.scene.contacted("NO_ANSWER", Map.of());
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
		var id = NodeId.valueOf(this.scene.contacted("REACHED", Map.of())).uuid();
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
						.set(INTERACTION.CAMPAIGN_ID, this.scene.campaign())
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

	private Answer correct(String id, int version, String outcome, String notes) {
		return this.api.ask(this.scene.staff(), CORRECT, "id", id, "v", version, "outcome", outcome, "notes", notes);
	}

}
