package org.solidarity.pledge.receipt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.PLEDGE_RECEIPT;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ReceiptTest {

	private static final String READ = """
			query ($id: ID!) { node(id: $id) { ... on PledgeReceipt { number payee purpose issuedOn replaces { number }
			  entry { id receipts { number } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	Viewer staff;

	UUID campaign;

	String fulfilment;

	@BeforeEach
	void aFulfilment() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.fulfilment = fulfilment();
	}

	@Test
	void aReceiptTellsPayeePurposeAndDayAndAnotherReplacesIt() {
		var first = id(issue(this.staff, "number", "2025-1"));
		var second = id(issue(this.staff, "number", "2025-2", "replacesId", first, "payee", "Küche «Sol»"));
		this.api.ask(this.staff, READ, "id", second)
			.is("{node: {number: '2025-2', payee: 'Küche «Sol»', purpose: 'Rice', issuedOn: '2025-02-02',"
					+ " replaces: {number: '2025-1'}, entry: {id: '" + this.fulfilment
					+ "', receipts: [{number: '2025-1'}, {number: '2025-2'}]}}}");
		issue(this.staff, "number", "2025-3", "replacesId", first).hasUserErrors("TAKEN input.replacesId");
		issue(this.staff, "number", "2025-3", "replacesId", second, "fulfilmentId", fulfilment())
			.hasUserErrors("INVALID input.replacesId");
	}

	@Test
	void aNumberIsGivenOnceInACampaign() {
		id(issue(this.staff, "number", "7"));
		issue(this.staff, "number", "7", "fulfilmentId", fulfilment()).hasUserErrors("TAKEN input.number");
		var elsewhere = this.campaign;
		this.campaign = this.fixture.campaign(this.staff);
		id(issue(this.staff, "number", "7", "fulfilmentId", fulfilment()));
		this.campaign = elsewhere;
		issue(this.staff, "number", " ", "payee", "", "issuedOn", "1700-01-01").hasUserErrors("REQUIRED input.number",
				"REQUIRED input.payee", "OUT_OF_RANGE input.issuedOn");
		issue(this.staff, "number", "8", "fulfilmentId", "nonsense").hasUserErrors("NOT_FOUND input.fulfilmentId");
	}

	@Test
	void aFulfilmentHasAtMostTwentyReceipts() {
		for (int i = 0; i < 20; i++) {
			id(issue(this.staff, "number", "" + i));
		}
		issue(this.staff, "number", "20").hasUserErrors("MOVE_NOT_ALLOWED input.fulfilmentId");
	}

	@Test
	void whoDoesNotSeeThePledgeSeesNoReceiptAndNobodyChangesOne() {
		var receipt = id(issue(this.staff, "number", "7"));
		Runnable strangers = () -> {
			for (var stranger : new Viewer[] { this.viewers.staff(), this.viewers.coordinator(this.fixture.body()),
					this.viewers.administrator(), this.viewers.partner() }) {
				this.api.ask(stranger, READ, "id", receipt).is("{node: null}");
			}
		};
		strangers.run();
		this.walls.without(() -> {
			strangers.run();
			return null;
		}, "pledge_receipt");
		issue(this.viewers.staff(), "number", "9").hasUserErrors("NOT_FOUND input.fulfilmentId");
		issue(this.viewers.partner(), "number", "9").isRefused("FORBIDDEN");
		issue(this.viewers.auditor(), "number", "9").isRefused("FORBIDDEN");
		assertThatThrownBy(() -> this.transactions.write(this.staff,
				() -> this.sql.update(PLEDGE_RECEIPT).set(PLEDGE_RECEIPT.PAYEE, "Someone else").execute()))
			.hasStackTraceContaining("permission denied");
	}

	private String fulfilment() {
		var pledge = this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "10");
		this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "10", "effectiveOn",
				"2025-02-01");
		return this.fixture.entry(this.staff, pledge, "FULFILMENT");
	}

	private Answer issue(Viewer viewer, Object... named) {
		Map<String, Object> input = new HashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(), "fulfilmentId",
				this.fulfilment, "payee", "A kitchen", "purpose", "Rice", "issuedOn", "2025-02-02"));
		for (int i = 0; i < named.length; i += 2) {
			input.put((String) named[i], named[i + 1]);
		}
		return this.api.ask(viewer,
				"mutation ($in: IssueReceiptInput!) { issueReceipt(input: $in) { receipt { id } errors { code path } } }",
				"in", input);
	}

	private static String id(Answer answer) {
		return answer.text("/issueReceipt/receipt/id");
	}

}
