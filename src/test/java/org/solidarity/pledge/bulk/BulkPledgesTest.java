package org.solidarity.pledge.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.pledge.PledgeFixture.bodyId;
import static org.solidarity.pledge.PledgeFixture.campaignId;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** Many pledges, and what came of them, sent at once. */
@ApiTest
class BulkPledgesTest {

	private static final String TOTALS = """
			query ($c: ID!) { node(id: $c) { ... on Campaign { pledgeTotals { pledges amounts { pledged delivered } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	private Viewer staff;

	private UUID campaign;

	private UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void whatIsSentAgainIsRecordedOnceWhoeverSentItFirst() {
		var rows = List.of(pledge("a", "1"), pledge("b", "2"));
		Answer first = pledges(this.staff, "PARTIAL", rows);
		assertThat(first.at("/recordPledges/results").valueStream().map(row -> row.get("errors").size()))
			.containsOnly(0);
		assertThat(pledges(this.staff, "ALL_OR_NOTHING", rows).at("/recordPledges"))
			.isEqualTo(first.at("/recordPledges"));
		var single = this.api.ask(this.staff,
				"mutation ($in: RecordPledgeInput!) { recordPledge(input: $in) { pledge { id } } }", "in", rows.get(1));
		assertThat(single.at("/recordPledge/pledge/id")).isEqualTo(first.at("/recordPledges/results/1/pledge/id"));
		totals("{\"pledges\":2,\"amounts\":{\"pledged\":\"3.00\",\"delivered\":\"0.00\"}}");
	}

	@Test
	void whatIsWrongWithARowIsToldAtTheRowAndTheOthersStand() {
		var answer = pledges(this.staff, "PARTIAL",
				List.of(pledge("a", "1"), pledge("b", "-2"), pledge("a", "3"), pledge("c", "4")));
		assertThat(told(answer)).containsExactly("0 a recorded",
				"1 b OUT_OF_RANGE [\"input\",\"rows\",\"1\",\"amount\"]",
				"2 a IDEMPOTENCY_KEY_REUSED [\"input\",\"rows\",\"2\",\"idempotencyKey\"]", "3 c recorded");
		totals("{\"pledges\":2,\"amounts\":{\"pledged\":\"5.00\",\"delivered\":\"0.00\"}}");
	}

	@Test
	void nothingIsRecordedWhereARowIsWrongAndEachWrongRowIsTold() {
		var rows = List.of(pledge("a", "1"), pledge("b", "-2"), pledge("c", "0.001"));
		assertThat(told(pledges(this.staff, "ALL_OR_NOTHING", rows))).containsExactly("0 a ",
				"1 b OUT_OF_RANGE [\"input\",\"rows\",\"1\",\"amount\"]",
				"2 c INVALID [\"input\",\"rows\",\"2\",\"amount\"]");
		totals("");
		assertThat(told(pledges(this.staff, "ALL_OR_NOTHING", rows.subList(0, 1)))).containsExactly("0 a recorded");
	}

	@Test
	void fulfilmentsComeByTheSameWay() {
		String pledge = this.fixture.pledge(this.staff, this.campaign, this.body, "10");
		var rows = List.<Map<String, Object>>of(Map.of("idempotencyKey", "f1", "pledgeId", pledge, "amount", "4"),
				Map.of("idempotencyKey", "f2", "pledgeId", "plg_none", "amount", "4"),
				Map.of("idempotencyKey", "f3", "pledgeId", pledge, "amount", "1"));
		for (int sent = 0; sent < 2; sent++) {
			assertThat(told(fulfilments(this.staff, rows))).containsExactly("0 f1 recorded",
					"1 f2 NOT_FOUND [\"input\",\"rows\",\"1\",\"pledgeId\"]", "2 f3 recorded");
			totals("{\"pledges\":1,\"amounts\":{\"pledged\":\"10.00\",\"delivered\":\"5.00\"}}");
		}
	}

	@Test
	void whoMayNotRecordOneRowMayNotRecordMany() {
		Viewer partner = this.viewers.partner(this.body);
		this.fixture.share(partner, this.campaign, false);
		pledges(this.viewers.auditor(), "PARTIAL", List.of(pledge("a", "1"))).isRefused("FORBIDDEN");
		fulfilments(partner, List.of(Map.of("idempotencyKey", "f", "pledgeId", "x", "amount", "1")))
			.isRefused("FORBIDDEN");
		assertThat(told(pledges(partner, "PARTIAL", List.of(pledge("a", "1"))))).containsExactly("0 a recorded");
		Viewer coordinator = this.viewers.coordinator(this.fixture.body());
		this.fixture.assign(coordinator, this.campaign);
		assertThat(told(pledges(coordinator, "PARTIAL", List.of(pledge("a", "1")))))
			.containsExactly("0 a NOT_FOUND [\"input\",\"rows\",\"0\",\"bodyId\"]");
	}

	@Test
	void aHundredRowsAreTheMost() {
		assertThat(pledges(this.staff, "PARTIAL", List.of()).at("/recordPledges/errors/0/message").asString())
			.isEqualTo("rows holds 0 rows; allowed are 1 to 100.");
		pledges(this.staff, "PARTIAL", Collections.nCopies(101, pledge("a", "1"))).isRefused("LIMIT_EXCEEDED");
		assertThat(told(pledges(this.staff, "PARTIAL", Collections.nCopies(100, pledge("a", "1"))))).hasSize(100)
			.allMatch(row -> row.endsWith("recorded"));
		totals("{\"pledges\":1,\"amounts\":{\"pledged\":\"1.00\",\"delivered\":\"0.00\"}}");
	}

	private void totals(String expected) {
		assertThat(this.api.ask(this.staff, TOTALS, "c", campaignId(this.campaign)).at("/node/pledgeTotals").toString())
			.isEqualTo("[" + expected + "]");
	}

	private static List<String> told(Answer answer) {
		return answer.body()
			.get("data")
			.valueStream()
			.flatMap(payload -> payload.get("results").valueStream())
			.map(row -> row.get("row") + " " + row.get("idempotencyKey").asString() + " "
					+ (row.get("pledge").isNull()
							? row.get("errors").isEmpty() ? ""
									: row.at("/errors/0/code").asString() + " " + row.at("/errors/0/path")
							: "recorded"))
			.toList();
	}

	private Answer pledges(Viewer viewer, String policy, List<Map<String, Object>> rows) {
		return this.api.ask(viewer, """
				mutation ($in: RecordPledgesInput!) { recordPledges(input: $in) { results { row idempotencyKey
				  pledge { id } errors { code path } } errors { message } } }""", "in",
				Map.of("errorPolicy", policy, "rows", rows));
	}

	private Answer fulfilments(Viewer viewer, List<Map<String, Object>> rows) {
		return this.api.ask(viewer, """
				mutation ($in: RecordFulfilmentsInput!) { recordFulfilments(input: $in) { results { row idempotencyKey
				  pledge { id } errors { code path } } errors { message } } }""", "in",
				Map.of("errorPolicy", "PARTIAL", "rows", rows));
	}

	private Map<String, Object> pledge(String key, String amount) {
		return new HashMap<>(Map.of("idempotencyKey", key, "campaignId", campaignId(this.campaign), "bodyId",
				bodyId(this.body), "type", "MONEY", "amount", amount, "currency", "USD", "pledgedOn", "2025-01-01",
				"confirmedOn", "2025-01-01"));
	}

}
