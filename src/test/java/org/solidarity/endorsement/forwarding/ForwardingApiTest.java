package org.solidarity.endorsement.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.FORWARDING;
import static org.solidarity.platform.jooq.Tables.FORWARDING_RESULT;
import static org.solidarity.platform.jooq.Tables.FORWARDING_RETRACTION;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** What bodies sent on, and what came of it. */
@ApiTest
class ForwardingApiTest {

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	String proceeding;

	String parent;

	@BeforeEach
	void aLocalThatAdopted() {
		this.scene = this.fixture.scene();
		this.proceeding = this.scene.adopt(this.scene.body(), "2025-06-09");
		this.parent = this.scene.body("NATIONAL_UNION", "Union of all", null);
	}

	private Answer forward(String fields) {
		return forward(this.scene.staff(), this.proceeding, fields);
	}

	private Answer forward(Viewer viewer, String proceeding, String fields) {
		return this.scene.ask(viewer, "mutation ($p: ID!) { forwardProceeding(input: {proceedingId: $p "
				+ "evidence: CONFIRMED " + fields + "}) { forwarding { id } errors { code path message } } }", "p",
				proceeding);
	}

	private String toParent(String proceeding) {
		return forward(this.scene.staff(), proceeding,
				"recipient: CONVENTION, forwardedOn: \"2025-06-10\", bodyId: \"" + this.parent + "\"")
			.hasUserErrors()
			.text("/forwardProceeding/forwarding/id");
	}

	private Answer open(String forwarding, String... more) {
		return this.scene.ask("mutation ($f: ID!) { openForwardedProceeding(input: {forwardingId: $f "
				+ String.join(" ", more)
				+ "}) { proceeding { id body { name } campaign { id } identifier } forwarding { id } errors { code path } } }",
				"f", forwarding);
	}

	private Answer link(String forwarding, String proceeding) {
		return this.scene.ask("""
				mutation ($f: ID!, $p: ID!) { linkForwardedProceeding(input: {forwardingId: $f, proceedingId: $p}) {
				  proceeding { id } errors { code path } } }""", "f", forwarding, "p", proceeding);
	}

	private Answer retract(Viewer viewer, String forwarding, String reason) {
		return this.scene.ask(viewer, """
				mutation ($f: ID!, $r: String!) { retractForwarding(input: {id: $f, reason: $r}) {
				  forwarding { id } errors { code path } } }""", "f", forwarding, "r", reason);
	}

	@Test
	void whatWasSentOnIsToldWithWhatCameOfItAndEndorsesNothing() {
		String local = this.scene.adopt(this.scene.local("Another Local"), "2025-06-09");
		String first = toParent(this.proceeding);
		String second = toParent(local);
		forward("recipient: OFFICIAL, office: \"Governor of New York\", sourceName: \"Minutes\", sourceUrl: \"https://example.org/m\", note: \"By letter\"")
			.hasUserErrors();
		var opened = open(first, "identifier: \"Resolution #15\"");
		String result = opened.text("/openForwardedProceeding/proceeding/id");
		opened.is("""
				{openForwardedProceeding: {proceeding: {id: '%s', body: {name: 'Union of all'}, campaign: {id: '%s'},
				  identifier: 'Resolution #15'}, forwarding: {id: '%s'}, errors: []}}""".formatted(result,
				this.scene.campaign(), first));
		link(second, result).hasUserErrors();
		this.scene
			.ask("""
					query ($p: ID!) { node(id: $p) { ... on Proceeding { forwardings { totalCount nodes { recipient body { name } office
					  forwardedOn evidence sourceName sourceUrl note proceeding { id } result { id stage } retraction { reason } } } } } }""",
					"p", this.proceeding)
			.is("""
					{node: {forwardings: {totalCount: 2, nodes: [
					  {recipient: 'CONVENTION', body: {name: 'Union of all'}, office: null, forwardedOn: '2025-06-10', evidence: 'CONFIRMED',
					    sourceName: null, sourceUrl: null, note: null, proceeding: {id: '%1$s'}, result: {id: '%2$s', stage: null}, retraction: null},
					  {recipient: 'OFFICIAL', body: null, office: 'Governor of New York', forwardedOn: null, evidence: 'CONFIRMED',
					    sourceName: 'Minutes', sourceUrl: 'https://example.org/m', note: 'By letter', proceeding: {id: '%1$s'}, result: null,
					    retraction: null}]}}}"""
				.formatted(this.proceeding, result));
		this.scene
			.ask("""
					query ($p: ID!, $c: ID!) { p: node(id: $p) { ... on Proceeding { resultsFrom { totalCount nodes { id } } } }
					  c: endorsementReport(campaignId: $c) { bodies } }""",
					"p", result)
			.is("{p: {resultsFrom: {totalCount: 2, nodes: [{id: '%s'}, {id: '%s'}]}}, c: {bodies: 2}}".formatted(first,
					second));
	}

	@Test
	void whatDoesNotFitTogetherIsRefusedInWords() {
		String to = "bodyId: \"" + this.parent + "\"";
		forward("recipient: PARENT_BODY").hasUserErrors("REQUIRED input.bodyId", "REQUIRED input.sourceName");
		forward("recipient: OFFICIAL, forwardedOn: \"2025-06-10\", " + to).hasUserErrors("REQUIRED input.bodyId",
				"REQUIRED input.office");
		forward("recipient: OTHER_BODY, forwardedOn: \"2025-06-10\", office: \"Governor\", " + to)
			.hasUserErrors("REQUIRED input.office");
		forward("recipient: OTHER_BODY, forwardedOn: \"2199-06-10\", " + to)
			.hasUserErrors("OUT_OF_RANGE input.forwardedOn");
		forward("recipient: OTHER_BODY, forwardedOn: \"1799-12-31\", " + to)
			.hasUserErrors("OUT_OF_RANGE input.forwardedOn");
		forward("recipient: OTHER_BODY, forwardedOn: \"2025-06-10\", bodyId: \"" + this.scene.body() + "\"")
			.hasUserErrors("INVALID input.bodyId");
		forward("recipient: OTHER_BODY, forwardedOn: \"2025-06-10\", bodyId: \"bod_1\"")
			.hasUserErrors("NOT_FOUND input.bodyId");
		for (String office : List.of("governor@example.org", "Governor, +1 212 555-0100", "Governor (212) 555 0100")) {
			forward("recipient: OFFICIAL, forwardedOn: \"2025-06-10\", office: \"" + office + "\"")
				.hasUserErrors("INVALID input.office");
		}
		forward("recipient: OFFICIAL, forwardedOn: \"2025-06-10\", office: \"Gobernadora, distrito 12 知事\"")
			.hasUserErrors();
		forward(this.viewers.staff(), this.proceeding, "recipient: OTHER_BODY, forwardedOn: \"2025-06-10\", " + to)
			.hasUserErrors("NOT_FOUND input.proceedingId");
		forward(this.viewers.partner(), this.proceeding, "recipient: OTHER_BODY, forwardedOn: \"2025-06-10\", " + to)
			.isRefused("FORBIDDEN");
	}

	@Test
	void onlyAProceedingOfWhoReceivedItComesOfIt() {
		String forwarding = toParent(this.proceeding);
		link(forwarding, this.proceeding).hasUserErrors("INVALID input.proceedingId");
		link(forwarding, "pro_1").hasUserErrors("NOT_FOUND input.proceedingId");
		link("fwd_1", this.proceeding).hasUserErrors("NOT_FOUND input.forwardingId");
		String official = forward("recipient: OFFICIAL, forwardedOn: \"2025-06-10\", office: \"Governor\"")
			.text("/forwardProceeding/forwarding/id");
		open(official).hasUserErrors("INVALID input.forwardingId");
		String same = open(forwarding, "idempotencyKey: \"k\"").text("/openForwardedProceeding/proceeding/id");
		assertThat(open(forwarding, "idempotencyKey: \"k\"").text("/openForwardedProceeding/proceeding/id"))
			.isEqualTo(same);
		open(forwarding).hasUserErrors("TAKEN input.forwardingId");
		link(forwarding, same).hasUserErrors("TAKEN input.forwardingId");
		assertThat(this.scene.ask("""
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings { totalCount } } } }""")
			.at("/node/proceedings/totalCount")
			.asInt()).isEqualTo(2);
	}

	@Test
	void ofTwoWhoOpenWhatCameOfItAtOnceOneDoes() {
		String forwarding = toParent(this.proceeding);
		var errors = IntStream.range(0, 2)
			.mapToObj(i -> CompletableFuture.supplyAsync(() -> open(forwarding)))
			.toList()
			.stream()
			.map(answer -> answer.join().at("/openForwardedProceeding/errors").size())
			.toList();
		assertThat(errors).containsExactlyInAnyOrder(0, 1);
		assertThat(this.scene.ask("""
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings { totalCount } } } }""")
			.at("/node/proceedings/totalCount")
			.asInt()).isEqualTo(2);
	}

	@Test
	void whatIsRetractedWithAReasonIsListedOnlyWhereItIsAskedFor() {
		String forwarding = toParent(this.proceeding);
		String result = open(forwarding).text("/openForwardedProceeding/proceeding/id");
		retract(this.viewers.staff(), forwarding, "No").hasUserErrors("NOT_FOUND input.id");
		retract(this.viewers.partner(), forwarding, "No").isRefused("FORBIDDEN");
		retract(this.scene.staff(), forwarding, " ").hasUserErrors("REQUIRED input.reason");
		retract(this.scene.staff(), forwarding, "It was another local").hasUserErrors();
		retract(this.scene.staff(), forwarding, "Again").hasUserErrors("TAKEN input.id");
		this.scene
			.ask("""
					query ($p: ID!, $r: ID!) { p: node(id: $p) { ... on Proceeding { forwardings { totalCount }
					  all: forwardings(retracted: true) { totalCount nodes { retraction { reason } } } } }
					  r: node(id: $r) { ... on Proceeding { resultsFrom { totalCount nodes { id } } } } }""", "p",
					this.proceeding, "r", result)
			.is("""
					{p: {forwardings: {totalCount: 0}, all: {totalCount: 1, nodes: [{retraction: {reason: 'It was another local'}}]}},
					  r: {resultsFrom: {totalCount: 0, nodes: []}}}""");
		open(forwarding).hasUserErrors("INVALID input.forwardingId");
	}

	@Test
	void whoDoesNotSeeTheProceedingSeesNothingOfWhereItWent() {
		String forwarding = toParent(this.proceeding);
		String result = open(forwarding, "visibility: PARTNER").text("/openForwardedProceeding/proceeding/id");
		Viewer ofParent = this.scene.assigned(this.viewers.coordinator(Campaigning.uuid(this.parent)));
		Viewer partner = this.scene.shared(this.viewers.partner());
		Viewer ofLocal = this.scene.assigned(this.viewers.coordinator(Campaigning.uuid(this.scene.body())));
		String query = """
				query ($f: ID!, $p: ID!, $r: ID!) { f: node(id: $f) { ... on Forwarding { result { id } } }
				  p: node(id: $p) { ... on Proceeding { forwardings { totalCount } } }
				  r: node(id: $r) { ... on Proceeding { resultsFrom { totalCount nodes { id } } } } }""";
		Object[] ids = { "f", forwarding, "p", this.proceeding, "r", result };
		String none = "{f: null, p: null, r: {resultsFrom: {totalCount: 0, nodes: []}}}";
		for (Viewer viewer : List.of(ofParent, partner)) {
			this.scene.ask(viewer, query, ids).is(none);
			this.walls.without(() -> this.scene.ask(viewer, query, ids).is(none), "proceeding", "forwarding",
					"forwarding_result");
			assertThat(rows(viewer)).containsExactly(0, 0);
		}
		this.scene.ask(ofLocal, query, ids).is("{f: {result: null}, p: {forwardings: {totalCount: 1}}, r: null}");
		this.scene.ask(query, ids)
			.is("{f: {result: {id: '%s'}}, p: {forwardings: {totalCount: 1}}, r: {resultsFrom: {totalCount: 1, nodes: [{id: '%s'}]}}}"
				.formatted(result, forwarding));
		assertThat(rows(ofLocal)).containsExactly(1, 0);
		assertThat(rows(this.scene.staff())).containsExactly(1, 1);
		assertThat(this.transactions.read(partner, () -> this.sql.fetchCount(FORWARDING_RETRACTION))).isZero();
	}

	@Test
	void fiftyProceedingsThatWereForwardedCostAsManyStatementsAsOne() {
		String query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(first: 50) { nodes { forwardings(first: 2) {
				  totalCount nodes { body { name } result { id } recordedBy { name } retraction { reason } } }
				  resultsFrom(first: 2) { nodes { proceeding { id } } } } } } } }""";
		open(toParent(this.proceeding)).hasUserErrors();
		int two = this.statements.during(() -> this.scene.ask(query));
		for (int i = 0; i < 24; i++) {
			open(toParent(this.scene.open())).hasUserErrors();
		}
		assertThat(this.statements.during(() -> this.scene.ask(query))).isEqualTo(two).isLessThanOrEqualTo(10);
	}

	/** How many forwardings of the proceeding, and results of them, PostgreSQL shows. */
	private List<Integer> rows(Viewer viewer) {
		var ours = FORWARDING.PROCEEDING_ID.eq(Campaigning.uuid(this.proceeding));
		return this.transactions.read(viewer,
				() -> List.of(this.sql.fetchCount(FORWARDING, ours), this.sql.fetchCount(
						FORWARDING_RESULT.join(FORWARDING).on(FORWARDING.ID.eq(FORWARDING_RESULT.FORWARDING_ID)),
						ours)));
	}

}
