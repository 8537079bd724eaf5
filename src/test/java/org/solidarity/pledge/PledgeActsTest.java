package org.solidarity.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a pledge, act by act, and what the ledger refuses. */
@ApiTest
class PledgeActsTest {

	private static final String READ = """
			query ($id: ID!, $asOf: Date) { node(id: $id) { ... on Pledge { state status(asOf: $asOf) amounts(asOf: $asOf) {
			  pledged delivered overpaid cancelled writtenOff outstanding overdue proposed conditional } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaignWithABody() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void aPledgeGoesItsWayThroughEveryAct() {
		var id = this.fixture.pledge(this.staff, this.campaign, this.body, "100", "confirmedOn", null, "condition",
				"If it rains", "dueDates", List.of("2025-03-01"));
		is(id, null, "PROPOSED", null, 0, 0, 0, 0, 0, 0, 0, 100, 0);
		act("confirmPledge", "pledgeId", id, "confirmedOn", "2025-01-02");
		is(id, null, "CONDITIONAL", null, 0, 0, 0, 0, 0, 0, 0, 0, 100);
		act("meetCondition", "pledgeId", id, "metOn", "2025-01-03");
		is(id, null, "IN_FORCE", "OVERDUE", 100, 0, 0, 0, 0, 100, 100, 0, 0);
		is(id, "2025-03-01", "IN_FORCE", "OPEN", 100, 0, 0, 0, 0, 100, 0, 0, 0);
		is(id, "2025-03-02", "IN_FORCE", "OVERDUE", 100, 0, 0, 0, 0, 100, 100, 0, 0);
		act("amendPledge", "pledgeId", id, "delta", "-20", "effectiveOn", "2025-01-10", "reason", "Smaller local");
		act("recordFulfilment", "pledgeId", id, "amount", "30", "effectiveOn", "2025-02-01", "method", "CHECK",
				"reference", "#17");
		is(id, "2025-02-01", "IN_FORCE", "PARTIAL", 80, 30, 0, 0, 0, 50, 0, 0, 0);
		act("recordFulfilment", "pledgeId", id, "amount", "60", "effectiveOn", "2025-02-02");
		is(id, null, "IN_FORCE", "FULFILLED", 80, 80, 10, 0, 0, 0, 0, 0, 0);
		act("reverseFulfilment", "fulfilmentId", this.fixture.entry(this.staff, id, "FULFILMENT"), "effectiveOn",
				"2025-02-03", "reason", "Bounced");
		is(id, null, "IN_FORCE", "OVERDUE", 80, 30, 0, 0, 0, 50, 50, 0, 0);
		is(id, "2025-02-02", "IN_FORCE", "FULFILLED", 80, 80, 10, 0, 0, 0, 0, 0, 0);
		act("writeOffPledge", "pledgeId", id, "amount", "20", "effectiveOn", "2025-03-01", "reason", "Gone");
		is(id, null, "IN_FORCE", "OVERDUE", 80, 30, 0, 0, 20, 30, 30, 0, 0);
		act("reverseWriteOff", "writeOffId", this.fixture.entry(this.staff, id, "WRITE_OFF"), "amount", "5", "reason",
				"Back");
		is(id, null, "IN_FORCE", "OVERDUE", 80, 30, 0, 0, 15, 35, 35, 0, 0);
		act("cancelPledge", "pledgeId", id, "reason", "Released");
		is(id, null, "IN_FORCE", "CLOSED_SHORT", 80, 30, 0, 35, 15, 0, 0, 0, 0);
	}

	@Test
	void anActThatTheLedgerDoesNotAllowIsRefusedWithAReason() {
		var id = this.fixture.pledge(this.staff, this.campaign, this.body, "100");
		refused("confirmPledge", "MOVE_NOT_ALLOWED input.pledgeId", "pledgeId", id);
		refused("meetCondition", "MOVE_NOT_ALLOWED input.pledgeId", "pledgeId", id);
		refused("amendPledge", "OUT_OF_RANGE input.delta", "pledgeId", id, "delta", "-100.01", "reason", "x");
		refused("amendPledge", "OUT_OF_RANGE input.delta", "pledgeId", id, "delta", "0", "reason", "x");
		refused("amendPledge", "OUT_OF_RANGE input.effectiveOn", "pledgeId", id, "delta", "1", "effectiveOn",
				"2024-12-31", "reason", "x");
		refused("amendPledge", "REQUIRED input.reason", "pledgeId", id, "delta", "1", "reason", " ");
		refused("recordFulfilment", "OUT_OF_RANGE input.amount", "pledgeId", id, "amount", "-1");
		refused("recordFulfilment", "INVALID input.amount", "pledgeId", id, "amount", "0.001");
		refused("recordFulfilment", "INVALID input.currency", "pledgeId", id, "amount", "1", "currency", "EUR");
		refused("writeOffPledge", "OUT_OF_RANGE input.amount", "pledgeId", id, "amount", "100.01", "reason", "x");
		refused("cancelPledge", "OUT_OF_RANGE input.amount", "pledgeId", id, "amount", "100.01", "reason", "x");
		refused("reverseFulfilment", "NOT_FOUND input.fulfilmentId", "fulfilmentId", id, "reason", "x");
		act("recordFulfilment", "pledgeId", id, "amount", "60", "effectiveOn", "2025-02-01");
		var came = this.fixture.entry(this.staff, id, "FULFILMENT");
		refused("reverseWriteOff", "NOT_FOUND input.writeOffId", "writeOffId", came, "reason", "x");
		refused("reverseFulfilment", "OUT_OF_RANGE input.effectiveOn", "fulfilmentId", came, "effectiveOn",
				"2025-01-31", "reason", "x");
		act("reverseFulfilment", "fulfilmentId", came, "amount", "50", "reason", "x");
		refused("reverseFulfilment", "OUT_OF_RANGE input.amount", "fulfilmentId", came, "amount", "10.01", "reason",
				"x");
		act("reverseFulfilment", "fulfilmentId", came, "reason", "x");
		refused("reverseFulfilment", "OUT_OF_RANGE input.amount", "fulfilmentId", came, "reason", "x");
		act("cancelPledge", "pledgeId", id, "reason", "x");
		refused("cancelPledge", "MOVE_NOT_ALLOWED input.pledgeId", "pledgeId", id, "reason", "x");
		var proposed = this.fixture.pledge(this.staff, this.campaign, this.body, "1", "confirmedOn", null);
		refused("writeOffPledge", "MOVE_NOT_ALLOWED input.pledgeId", "pledgeId", proposed, "reason", "x");
	}

	@Test
	void whatComesOfAPledgeIsPartOfTheOneItCountsToward() {
		var council = this.fixture.body();
		var whole = this.fixture.pledge(this.staff, this.campaign, council, "1000");
		var part = this.fixture.pledge(this.staff, this.campaign, this.body, "100", "countsTowardId", whole);
		var small = this.fixture.pledge(this.staff, this.campaign, this.body, "10", "countsTowardId", part);
		act("recordFulfilment", "pledgeId", small, "amount", "8", "effectiveOn", "2025-02-01");
		act("recordFulfilment", "pledgeId", part, "amount", "50", "effectiveOn", "2025-02-01");
		is(whole, null, "IN_FORCE", "PARTIAL", 1000, 58, 0, 0, 0, 942, 0, 0, 0);
		is(part, null, "IN_FORCE", "PARTIAL", 100, 58, 0, 0, 0, 42, 0, 0, 0);
		refused("reverseFulfilment", "MOVE_NOT_ALLOWED input.fulfilmentId", "fulfilmentId",
				this.fixture.entry(this.staff, whole, "FULFILMENT"), "reason", "x");
		act("reverseFulfilment", "fulfilmentId", this.fixture.entry(this.staff, small, "FULFILMENT"), "amount", "3",
				"reason", "x");
		is(whole, null, "IN_FORCE", "PARTIAL", 1000, 55, 0, 0, 0, 945, 0, 0, 0);
		var total = "query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals { pledges amounts { pledged delivered outstanding } } } } }";
		this.api.ask(this.staff, total, "id", PledgeFixture.campaignId(this.campaign))
			.is("{node: {pledgeTotals: [{pledges: 1, amounts: {pledged: '1000.00', delivered: '55.00', outstanding: '945.00'}}]}}");
		this.api.ask(this.staff,
				"query ($id: ID!, $c: ID!) { node(id: $id) { ... on Body { pledgeTotals(campaignId: $c) { pledges amounts { pledged delivered } } } } }",
				"id", PledgeFixture.bodyId(this.body), "c", PledgeFixture.campaignId(this.campaign))
			.is("{node: {pledgeTotals: [{pledges: 1, amounts: {pledged: '100.00', delivered: '55.00'}}]}}");
		this.fixture.record(this.staff, this.campaign, this.body, "1", "currency", "EUR", "countsTowardId", whole)
			.hasUserErrors("INVALID input.countsTowardId");
	}

	@Test
	void pledgesCountTowardEachOtherTenDeepAtMost() {
		String last = this.fixture.pledge(this.staff, this.campaign, this.body, "1");
		for (int i = 1; i <= 10; i++) {
			last = this.fixture.pledge(this.staff, this.campaign, this.body, "1", "countsTowardId", last);
		}
		this.fixture.record(this.staff, this.campaign, this.body, "1", "countsTowardId", last)
			.hasUserErrors("OUT_OF_RANGE input.countsTowardId");
	}

	@Test
	void sixtyFourTriesUnderOneKeyRecordOnePledgeAndOneFulfilment() throws Exception {
		var key = UUID.randomUUID().toString();
		var ids = together(64,
				i -> this.fixture.pledge(this.staff, this.campaign, this.body, "100", "idempotencyKey", key));
		assertThat(ids).hasSize(64).containsOnly(ids.getFirst());
		var again = UUID.randomUUID().toString();
		together(64, i -> act("recordFulfilment", "pledgeId", ids.getFirst(), "amount", "10", "idempotencyKey", again,
				"effectiveOn", "2025-02-01"));
		is(ids.getFirst(), null, "IN_FORCE", "PARTIAL", 100, 10, 0, 0, 0, 90, 0, 0, 0);
		this.fixture.record(this.staff, this.campaign, this.body, "101", "idempotencyKey", key)
			.hasUserErrors("IDEMPOTENCY_KEY_REUSED input.idempotencyKey");
	}

	private String act(String mutation, Object... input) {
		var answer = this.fixture.act(this.staff, mutation, input);
		assertThat(answer.at("/" + mutation + "/errors")).as("%s", answer).isEmpty();
		return answer.text("/" + mutation + "/pledge/id");
	}

	private void refused(String mutation, String error, Object... input) {
		this.fixture.act(this.staff, mutation, input).hasUserErrors(error);
	}

	private void is(String pledge, String asOf, String state, String status, int... amounts) {
		var names = List.of("pledged", "delivered", "overpaid", "cancelled", "writtenOff", "outstanding", "overdue",
				"proposed", "conditional");
		var expected = IntStream.range(0, names.size())
			.mapToObj(i -> names.get(i) + ": '" + amounts[i] + ".00'")
			.toList();
		this.api.ask(this.staff, READ, "id", pledge, "asOf", asOf)
			.is("{node: {state: '" + state + "', status: " + (status == null ? "null" : "'" + status + "'")
					+ ", amounts: {" + String.join(", ", expected) + "}}}");
	}

	private <T> List<T> together(int times, java.util.function.IntFunction<T> work) throws Exception {
		try (var threads = Executors.newFixedThreadPool(times)) {
			var futures = IntStream.range(0, times).mapToObj(i -> threads.submit(() -> work.apply(i))).toList();
			List<T> results = new java.util.ArrayList<>();
			for (var future : futures) {
				results.add(future.get());
			}
			return results;
		}
	}

}
