package org.solidarity.action.participation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.action.participation.ParticipationFixture.id;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.springframework.beans.factory.annotation.Autowired;

/** What was counted where nobody was asked for a name. */
@ApiTest
class HeadcountApiTest {

	@Autowired
	ParticipationFixture fixture;

	@Autowired
	Api api;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	ParticipationFixture.Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	@Test
	void countsThatContradictStandSideBySideAndTheLastOneMeantToCounts() {
		var action = this.scene.action(null);
		var record = """
				mutation ($k: String!, $a: ID!, $b: ID, $n: Int!, $c: Boolean!) { recordHeadcount(input: {idempotencyKey: $k,
				  actionId: $a, bodyId: $b, count: $n, high: 2000, method: PRESS, countedBy: "Someone", counts: $c}) {
				  headcount { count counts } errors { code path } } }""";
		var body = Some.id("bod", this.scene.local());
		this.api.ask(this.scene.coordinator(), record, "k", "1", "a", action, "b", body, "n", 40, "c", true);
		this.api.ask(this.scene.coordinator(), record, "k", "2", "a", action, "b", body, "n", 60, "c", true);
		this.api.ask(this.scene.coordinator(), record, "k", "3", "a", action, "b", body, "n", 90, "c", false);
		this.api.ask(this.scene.coordinator(), record, "k", "3", "a", action, "b", body, "n", 90, "c", false);
		this.api.ask(this.scene.staff(), record, "k", "4", "a", action, "n", 1000, "c", true);
		this.api.ask(this.scene.staff(), """
				query ($a: ID!) { node(id: $a) { ... on Action { headcounts { nodes { count counts body { id } } }
				  turnout { headcount crowd total byBody { nodes { headcount total } } } } } }""", "a", action)
			.is("{node: {headcounts: {nodes: [{count: 1000, counts: true, body: null}, {count: 90, counts: false, body: {id: '"
					+ body + "'}}, {count: 60, counts: true, body: {id: '" + body
					+ "'}}, {count: 40, counts: false, body: {id: '" + body
					+ "'}}]}, turnout: {headcount: 60, crowd: 1000, total: 1000, byBody: {nodes: [{headcount: 60, total: 60}]}}}}");
		this.api.ask(this.scene.coordinator(), record, "k", "5", "a", action, "b", body, "n", 3000, "c", true)
			.hasUserErrors("OUT_OF_RANGE input.high");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(HEADCOUNT).set(HEADCOUNT.COUNT, 1).execute()))
			.hasStackTraceContaining("permission denied");
	}

}
