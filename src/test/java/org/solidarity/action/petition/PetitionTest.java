package org.solidarity.action.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.SIGNATURE_BATCH;
import static org.solidarity.platform.jooq.Tables.SIGNATURE_BATCH_VOID;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Signatures on paper and online, in every total. */
@ApiTest
class PetitionTest {

	static final String RECORD = """
			mutation ($k: String!, $a: ID!, $b: ID!, $m: SignatureMedium!, $n: Int!, $s: Int) { recordSignatures(input: {idempotencyKey: $k,
			  actionId: $a, bodyId: $b, medium: $m, signatures: $n, sheets: $s, collectedOn: "2026-05-01", source: "Box 3 ✊"}) {
			  batch { id } action { signatures { paper online total } } errors { code path } } }""";

	static final String ASK = """
			query ($a: ID!) { node(id: $a) { ... on Action { signatures { paper online total }
			  signatureBatches { totalCount nodes { signatures voidBecause } } } } }""";

	static final String NONE = "{node: {signatures: {paper: 0, online: 0, total: 0}, signatureBatches: {totalCount: 0, nodes: []}}}";

	static final String VOID = """
			mutation ($id: ID!, $r: String!) { voidSignatures(input: {id: $id, reason: $r}) {
			  batch { voidBecause } action { signatures { total } } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	UUID local;

	Viewer staff;

	Viewer coordinator;

	UUID campaign;

	String petition;

	@BeforeEach
	void aPetition() {
		this.local = this.some.local("Petition local");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.local);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
		this.petition = action("PETITION");
	}

	@Test
	void paperAndOnlineCountTogetherAndWhatIsVoidNoMore() {
		var paper = record(this.coordinator, "1", this.petition, this.local, "PAPER", 120, 6);
		var again = record(this.coordinator, "1", this.petition, this.local, "PAPER", 120, 6);
		assertThat(again.at("/recordSignatures")).isEqualTo(paper.at("/recordSignatures"));
		record(this.coordinator, "2", this.petition, this.local, "ONLINE", 1000, null);
		this.api.ask(this.coordinator, ASK, "a", this.petition)
			.is("{node: {signatures: {paper: 120, online: 1000, total: 1120}, signatureBatches: {totalCount: 2,"
					+ " nodes: [{signatures: 1000, voidBecause: null}, {signatures: 120, voidBecause: null}]}}}");
		String id = paper.text("/recordSignatures/batch/id");
		for (String reason : List.of("Counted twice", "Another reason")) {
			this.api.ask(this.coordinator, VOID, "id", id, "r", reason)
				.is("{voidSignatures: {batch: {voidBecause: 'Counted twice'}, action: {signatures: {total: 1000}}, errors: []}}");
		}
		this.api.ask(this.coordinator, VOID, "id", id, "r", " ").hasUserErrors("REQUIRED input.reason");
		for (Runnable change : List.<Runnable>of(() -> this.sql.deleteFrom(SIGNATURE_BATCH_VOID).execute(),
				() -> this.sql.update(SIGNATURE_BATCH).set(SIGNATURE_BATCH.SIGNATURES, 1).execute())) {
			assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM, () -> {
				change.run();
				return null;
			})).hasStackTraceContaining("permission denied");
		}
	}

	@Test
	void whatCannotStandIsRefused() {
		record(this.coordinator, "1", this.petition, this.local, "ONLINE", 0, 3)
			.hasUserErrors("OUT_OF_RANGE input.signatures", "INVALID input.sheets");
		record(this.coordinator, "1", action("RALLY"), this.local, "PAPER", 1, null)
			.hasUserErrors("INVALID input.actionId");
		record(this.coordinator, "1", this.petition, this.some.local("Not ours"), "PAPER", 1, null)
			.hasUserErrors("NOT_FOUND input.bodyId");
		record(this.viewers.auditor(), "1", this.petition, this.local, "PAPER", 1, null).isRefused("FORBIDDEN");
	}

	@Test
	void othersSeeNoSignaturesWithEitherWallDown() {
		var id = record(this.coordinator, "1", this.petition, this.local, "PAPER", 9, null)
			.text("/recordSignatures/batch/id");
		var other = this.viewers.coordinator(this.some.local("Other local"));
		this.some.worksOn(this.campaign, other);
		var partner = this.viewers.partner(this.local);
		this.some.shareActions(this.campaign, partner);
		for (Viewer viewer : List.of(other, partner)) {
			this.api.ask(viewer, ASK, "a", this.petition).is(NONE);
			assertThat(this.transactions.<Integer>read(viewer, () -> this.sql.fetchCount(SIGNATURE_BATCH))).isZero();
			this.walls.without(() -> this.api.ask(viewer, ASK, "a", this.petition).is(NONE), "signature_batch",
					"signature_batch_void");
		}
		this.api.ask(other, VOID, "id", id, "r", "x").hasUserErrors("NOT_FOUND input.id");
		assertThat(this.api.ask(this.staff, ASK, "a", this.petition).at("/node/signatures/total").asInt()).isEqualTo(9);
	}

	@Test
	void batchesFromEightAtOnceAllCountAndFiftyActionsCostWhatOneCosts() throws Exception {
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String key = "k" + (i / 2);
			calls.add(() -> record(this.coordinator, key, this.petition, this.local, "PAPER", 10, null));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (var answer : threads.invokeAll(calls)) {
				answer.get().hasUserErrors();
			}
		}
		assertThat(this.api.ask(this.staff, ASK, "a", this.petition).at("/node/signatures/paper").asInt())
			.isEqualTo(40);
		var document = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { actions(first: 50) { nodes { signatures { total }
				  signatureBatches(first: 5) { nodes { signatures body { name } } } } } } } }""";
		String id = Some.id("cam", this.campaign);
		int one = this.statements.during(() -> this.api.ask(this.staff, document, "c", id).at("/node"));
		for (int i = 0; i < 10; i++) {
			record(this.coordinator, "more " + i, action("PETITION"), this.local, "PAPER", 1, null);
		}
		assertThat(this.statements.during(() -> this.api.ask(this.staff, document, "c", id).at("/node")))
			.isEqualTo(one);
	}

	private Answer record(Viewer viewer, String key, String action, UUID body, String medium, int signatures,
			Integer sheets) {
		return this.api.ask(viewer, RECORD, "k", key, "a", action, "b", Some.id("bod", body), "m", medium, "n",
				signatures, "s", sheets);
	}

	private String action(String kind) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!, $h: ID!, $k: ActionKind!) { createAction(input: {campaignId: $c, hostId: $h, kind: $k, title: "Petition",
							  visibility: PARTNER, schedule: {startDate: "2026-05-01", timeZone: "America/Los_Angeles"}}) {
							  action { id } errors { code path } } }""",
					"c", Some.id("cam", this.campaign), "h", Some.id("bod", this.local), "k", kind)
			.text("/createAction/action/id");
	}

}
