package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class BodyRelationTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Statements statements;

	private Recorded recorded() {
		return new Recorded(this.api, this.viewers.staff());
	}

	@Test
	void aCycleIsRefusedOverAnyNumberOfSteps() {
		var recorded = recorded();
		var top = recorded.body("Top");
		var middle = recorded.body("Middle");
		var low = recorded.body("Low");
		recorded.relation(middle, "CONSTITUENT_OF", top, "");
		recorded.relation(low, "CHARTERED_BY", middle, "");
		recorded.relate(top, "CHARTERED_BY", low, "").hasUserErrors("CYCLE input.toId");
		recorded.relate(top, "AFFILIATED_TO", low, "")
			.is("{relateBodies: {relation: {id: '" + recordedRelation(top) + "'}, errors: []}}");
		recorded.relate(top, "CHARTERED_BY", top, "").hasUserErrors("INVALID input.toId");
	}

	private String recordedRelation(String from) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY_RELATION.ID)
					.from(BODY_RELATION)
					.where(BODY_RELATION.FROM_ID.eq(Recorded.uuid(from)))
					.fetchSingle(row -> new org.solidarity.platform.NodeId("brl", row.value1()).toString()));
	}

	@Test
	void onlyDaysOnWhichAllHoldMakeACycle() {
		var recorded = recorded();
		var a = recorded.body("A");
		var b = recorded.body("B");
		var c = recorded.body("C");
		recorded.relation(a, "CHARTERED_BY", b, ", since: \"2000-01-01\", until: \"2005-01-01\"");
		recorded.relation(b, "CHARTERED_BY", a, ", since: \"2005-01-01\"");
		recorded.relation(c, "CHARTERED_BY", b, ", since: \"2000-01-01\"");
		recorded.relate(b, "CONSTITUENT_OF", c, ", since: \"2004-01-01\"").hasUserErrors("CYCLE input.toId");
		recorded.relate(b, "CONSTITUENT_OF", c, ", since: \"1990-01-01\", until: \"2000-01-01\"").hasUserErrors();
	}

	@Test
	void aPeriodIsNotWidenedIntoACycle() {
		var recorded = recorded();
		var a = recorded.body("A");
		var b = recorded.body("B");
		recorded.relation(a, "CHARTERED_BY", b, ", since: \"2010-01-01\"");
		recorded.relation(b, "CONSTITUENT_OF", a, ", since: \"2000-01-01\", until: \"2010-01-01\"");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(BODY_RELATION)
					.setNull(BODY_RELATION.TO_DATE)
					.where(BODY_RELATION.FROM_ID.eq(Recorded.uuid(b)))
					.execute()))
			.satisfies(failure -> assertThat(Violations.constraint(failure)).isEqualTo("body_relation_has_no_cycle"));
	}

	@Test
	void manyRowsOfOneStatementMakeNoCycleEither() {
		var recorded = recorded();
		var a = Recorded.uuid(recorded.body("A"));
		var b = Recorded.uuid(recorded.body("B"));
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_RELATION, BODY_RELATION.FROM_ID, BODY_RELATION.TYPE, BODY_RELATION.TO_ID)
					.values(a, RelationType.CHARTERED_BY, b)
					.values(b, RelationType.CHARTERED_BY, a)
					.execute()))
			.satisfies(failure -> assertThat(Violations.constraint(failure)).isEqualTo("body_relation_has_no_cycle"));
	}

	@Test
	void ofTwoHalvesOfACycleRecordedAtOnceOneIsRefused() throws Exception {
		var recorded = recorded();
		var together = new CyclicBarrier(2);
		try (var threads = Executors.newFixedThreadPool(2)) {
			for (int round = 0; round < 5; round++) {
				var a = recorded.body("Half A");
				var b = recorded.body("Half B");
				var halves = List.of(List.of(a, b), List.of(b, a)).stream().map(half -> threads.submit(() -> {
					together.await();
					return recorded.relate(half.get(0), "CONSTITUENT_OF", half.get(1), "").body().toString();
				})).toList();
				assertThat(List.of(halves.get(0).get(), halves.get(1).get()))
					.satisfiesOnlyOnce(answer -> assertThat(answer).contains("CYCLE"));
			}
		}
	}

	@Test
	void aBodyHasOneCharterAtATime() {
		var recorded = recorded();
		var local = recorded.body("Local");
		var first = recorded.body("First");
		var second = recorded.body("Second");
		var charter = recorded.relation(local, "CHARTERED_BY", first, ", since: \"2000-01-01\"");
		recorded.relate(local, "CHARTERED_BY", second, "").hasUserErrors("TAKEN input.fromId");
		var end = """
				mutation ($id: ID!, $until: Date!) { endRelation(input: {id: $id, until: $until}) { relation { until } errors { code path } } }""";
		this.api.ask(recorded.staff(), end, "id", charter, "until", "1999-01-01")
			.hasUserErrors("OUT_OF_RANGE input.until");
		this.api.ask(recorded.staff(), end, "id", charter, "until", "2010-01-01")
			.is("{endRelation: {relation: {until: '2010-01-01'}, errors: []}}");
		this.api.ask(recorded.staff(), end, "id", charter, "until", "2011-01-01")
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		recorded.relation(local, "CHARTERED_BY", second, ", since: \"2010-01-01\"");
		var parents = "query ($id: ID!, $at: Date) { node(id: $id) { ... on Body { parents(at: $at) { name } } } }";
		this.api.ask(recorded.staff(), parents, "id", local, "at", "2009-12-31")
			.is("{node: {parents: [{name: 'First'}]}}");
		this.api.ask(recorded.staff(), parents, "id", local, "at", "2010-01-01")
			.is("{node: {parents: [{name: 'Second'}]}}");
		this.api.ask(recorded.staff(), parents, "id", local, "at", "1999-12-31").is("{node: {parents: []}}");
	}

	@Test
	void theTreeIsReadUpAndDownAndByFilter() {
		var recorded = recorded();
		var union = recorded.body("Tree Union");
		var council = recorded.body("INTERMEDIATE_BODY", "Tree Council", "");
		var local = recorded.body("LOCAL_UNION", "Tree Local", "");
		recorded.relation(council, "CHARTERED_BY", union, "");
		recorded.relation(local, "CONSTITUENT_OF", council, "");
		recorded.relation(local, "AFFILIATED_TO", union, "");
		this.api.ask(recorded.staff(),
				"""
						query ($local: ID!, $union: ID!) {
						  local: node(id: $local) { ... on Body { parents { name } ancestors { name }
						    relationsUp(types: [AFFILIATED_TO], at: "2020-01-01") { nodes { type from { name } to { name } } totalCount } } }
						  union: node(id: $union) { ... on Body { parents { name } descendants { nodes { name } totalCount }
						    direct: descendants(first: 1) { nodes { name } pageInfo { hasNextPage } } relationsDown { totalCount } } }
						  below: bodies(filter: {ancestor: {id: $union}}) { nodes { name } }
						  direct: bodies(filter: {parent: {id: $union}}) { nodes { name } }
						  matching: bodies(filter: {parent: {matching: {parent: {id: $union}}}}) { nodes { name } }
						  affiliates: locals(filter: {affiliatedTo: {id: $union}}) { nodes { name } }
						  before: bodies(filter: {ancestor: {id: $union, at: "2000-01-01"}, not: {kind: {eq: LOCAL_UNION}}}) { nodes { name } } }""",
				"local", local, "union", union)
			.is("""
					{local: {parents: [{name: 'Tree Council'}], ancestors: [{name: 'Tree Council'}, {name: 'Tree Union'}],
					  relationsUp: {nodes: [{type: 'AFFILIATED_TO', from: {name: 'Tree Local'}, to: {name: 'Tree Union'}}], totalCount: 1}},
					 union: {parents: [], descendants: {nodes: [{name: 'Tree Council'}, {name: 'Tree Local'}], totalCount: 2},
					  direct: {nodes: [{name: 'Tree Council'}], pageInfo: {hasNextPage: true}}, relationsDown: {totalCount: 2}},
					 below: {nodes: [{name: 'Tree Council'}, {name: 'Tree Local'}]}, direct: {nodes: [{name: 'Tree Council'}]},
					 matching: {nodes: [{name: 'Tree Local'}]}, affiliates: {nodes: [{name: 'Tree Local'}]},
					 before: {nodes: [{name: 'Tree Council'}]}}""");
	}

	@Test
	void aPartnerDoesNotSeeRelationsToWhatItMayNotSee() {
		var recorded = recorded();
		var shown = recorded.body("Shown Body");
		var hidden = this.api
			.ask(recorded.staff(),
					"mutation { createBody(input: {kind: OTHER, name: \"Hidden Body\"}) { body { id } } }")
			.text("/createBody/body/id");
		recorded.relation(shown, "CHARTERED_BY", hidden, "");
		var query = """
				query ($shown: ID!, $hidden: ID!) { node(id: $shown) { ... on Body { parents { id } ancestors { id } relationsUp { totalCount nodes { id } } } }
				  bodies(filter: {parent: {id: $hidden}}) { totalCount } below: bodies(filter: {ancestor: {id: $hidden}}) { totalCount } }""";
		this.api.ask(this.viewers.partner(), query, "shown", shown, "hidden", hidden)
			.is("{node: {parents: [], ancestors: [], relationsUp: {totalCount: 0, nodes: []}}, bodies: {totalCount: 0}, below: {totalCount: 0}}");
		assertThat(
				this.api.ask(recorded.staff(), query, "shown", shown, "hidden", hidden).at("/below/totalCount").asInt())
			.isEqualTo(1);
	}

	@Test
	void aMergedBodyTellsItsSuccessor() {
		var recorded = recorded();
		var old = recorded.body("Old Body");
		var into = recorded.body("New Body");
		this.api.ask(recorded.staff(),
				"""
						mutation ($old: ID!, $new: ID!) {
						  status: changeBodyStatus(input: {id: $old, expectedVersion: 1, status: MERGED}) { errors { code path } }
						  merge: mergeBody(input: {id: $old, expectedVersion: 1, intoId: $new, on: "2020-05-01"}) {
						    body { status relationsDown(types: [SUCCESSOR_OF]) { nodes { from { name } since } } } errors { code } }
						  again: mergeBody(input: {id: $old, expectedVersion: 2, intoId: $new, on: "2020-05-01"}) { errors { code path } } }""",
				"old", old, "new", into)
			.is("""
					{status: {errors: [{code: 'MOVE_NOT_ALLOWED', path: ['input', 'status']}]},
					 merge: {body: {status: 'MERGED', relationsDown: {nodes: [{from: {name: 'New Body'}, since: '2020-05-01'}]}}, errors: []},
					 again: {errors: [{code: 'MOVE_NOT_ALLOWED', path: ['input', 'id']}]}}""");
	}

	@Test
	void manyBodiesCostWhatOneOfEachTypeCosts() {
		var recorded = recorded();
		var top = recorded.body("Costly -Top");
		for (int i = 0; i < 8; i++) {
			recorded.relation(recorded.body("LOCAL_UNION", "Costly " + i, ""), "CHARTERED_BY", top, "");
		}
		var query = """
				query ($n: Int) { bodies(first: $n, filter: {name: {startsWith: "Costly "}}) { nodes { displayName otherNames { name } identifiers { value }
				  parents { name } ancestors { name } descendants(first: 2) { nodes { name } } relationsUp(first: 2) { nodes { to { name } } }
				  memberCounts(first: 2) { nodes { count } } memberCount { count } nextMeeting { date } meetings(first: 2) { nodes { date } }
				  history(first: 2) { nodes { field } } } } }""";
		int two = this.statements.during(() -> this.api.ask(recorded.staff(), query, "n", 2).at("/bodies"));
		int nine = this.statements.during(() -> this.api.ask(recorded.staff(), query, "n", 9).at("/bodies"));
		assertThat(nine).isEqualTo(two).isLessThan(20);
	}

}
