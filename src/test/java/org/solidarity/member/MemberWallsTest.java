package org.solidarity.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.ASSESSMENT;
import static org.solidarity.platform.jooq.Tables.CONSENT;
import static org.solidarity.platform.jooq.Tables.CONTACT_POINT;
import static org.solidarity.platform.jooq.Tables.MEMBERSHIP;
import static org.solidarity.platform.jooq.Tables.PERSON;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees a person of others, by whichever way, with either wall taken down. */
@ApiTest
class MemberWallsTest {

	static final String[] TABLES = { "person", "contact_point", "membership", "consent", "assessment" };

	static final String EVERY_WAY = """
			query ($m: ID!, $c: ID!, $s: ID!, $ids: [ID!]!, $b: ID!) {
			  node(id: $m) { id } contact: node(id: $c) { id } membership: node(id: $s) { id }
			  nodes(ids: $ids) { id }
			  body: node(id: $b) { ... on Body { members { nodes { id } totalCount } } }
			  members(search: "Secretname") { nodes { id } totalCount }
			  filtered: members(filter: {givenName: {eq: "Secretname"}}) { edges { cursor } totalCount
			    pageInfo { hasNextPage hasPreviousPage } } }""";

	static final String NOTHING = """
			{node: null, contact: null, membership: null, nodes: [null, null],
			 body: {members: {nodes: [], totalCount: 0}}, members: {nodes: [], totalCount: 0},
			 filtered: {edges: [], totalCount: 0, pageInfo: {hasNextPage: false, hasPreviousPage: false}}}""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID local;

	Viewer coordinator;

	String member;

	String contact;

	String membership;

	@BeforeEach
	void aMemberWithEverything() {
		this.local = this.some.local("Local with secrets");
		this.coordinator = this.viewers.coordinator(this.local);
		this.member = this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!) { recordMember(input: {idempotencyKey: "1", controllerId: $c, givenName: "Secretname"}) {
							  member { id } } }""",
					"c", Some.id("bod", this.local))
			.text("/recordMember/member/id");
		this.contact = this.api.ask(this.coordinator, """
				mutation ($m: ID!) { addContactPoint(input: {memberId: $m, kind: PHONE, value: "+12135550123"}) {
				  contactPoint { id } } }""", "m", this.member).text("/addContactPoint/contactPoint/id");
		this.membership = this.api.ask(this.coordinator, """
				mutation ($m: ID!, $b: ID!) { addMembership(input: {memberId: $m, bodyId: $b, role: MEMBER}) {
				  membership { id } } }""", "m", this.member, "b", Some.id("bod", this.local))
			.text("/addMembership/membership/id");
	}

	@Test
	void memberOfAnotherLocalLooksLikeNoMember() {
		for (Viewer other : others()) {
			everyWay(other).is(NOTHING);
		}
		assertThat(everyWay(this.coordinator).at("/members/totalCount").asInt()).isEqualTo(1);
	}

	@Test
	void theCodeHoldsWithoutThePolicies() {
		var others = others();
		this.walls.without(() -> {
			others.forEach(other -> everyWay(other).is(NOTHING));
			return null;
		}, TABLES);
	}

	@Test
	void thePoliciesHoldWithoutTheCode() {
		for (Table<?> table : List.of(PERSON, CONTACT_POINT, MEMBERSHIP)) {
			for (Viewer other : others()) {
				assertThat(count(other, table)).as("%s for %s", table, other.role()).isZero();
			}
			assertThat(count(this.coordinator, table)).isEqualTo(1);
		}
		assertThat(count(this.viewers.auditor(), PERSON)).isPositive();
		assertThat(count(this.viewers.auditor(), CONTACT_POINT)).isZero();
	}

	@Test
	void nobodySeesAnything() {
		for (Table<?> table : List.of(PERSON, CONTACT_POINT, MEMBERSHIP, CONSENT, ASSESSMENT)) {
			assertThat(this.sql.fetchCount(table)).isZero();
		}
	}

	@Test
	void nobodyWritesInTheNameOfOthers() {
		Viewer other = this.viewers.coordinator(this.some.local("Other local"));
		assertThatThrownBy(() -> this.transactions.write(other,
				() -> this.sql.insertInto(PERSON)
					.set(PERSON.CONTROLLER_ID, this.local)
					.set(PERSON.GIVEN_NAME, "Planted")
					.execute()))
			.hasStackTraceContaining("row-level security");
		assertThat(this.transactions.<Integer>write(other,
				() -> this.sql.update(PERSON).set(PERSON.GIVEN_NAME, "Changed").execute()))
			.isZero();
	}

	@Test
	void aChangeOfAnotherLocalsMemberIsRefusedLikeThatOfNobody() {
		Viewer other = this.viewers.coordinator(this.some.local("Other local"));
		for (String document : new String[] {
				"mutation ($m: ID!) { correctMember(input: {id: $m, expectedVersion: 1, givenName: \"X\"}) { errors { code message path } } }",
				"mutation ($m: ID!) { addContactPoint(input: {memberId: $m, kind: EMAIL, value: \"a@example.org\"}) { errors { code message path } } }",
				"mutation ($m: ID!) { withdrawConsent(input: {idempotencyKey: \"1\", memberId: $m, purpose: SHARE_RECORD, channel: PAPER, at: \"2026-01-01T00:00:00Z\"}) { errors { code message path } } }" }) {
			var hidden = this.api.ask(other, document, "m", this.member);
			assertThat(hidden.at(""))
				.isEqualTo(this.api.ask(other, document, "m", Some.id("mem", UUID.randomUUID())).at(""));
			assertThat(hidden.body().toString()).contains("NOT_FOUND");
		}
	}

	@Test
	void twoViewersTakeTurnsOnOneConnectionAndSeeTheirOwn() {
		UUID elsewhere = this.some.local("Local elsewhere");
		Viewer other = this.viewers.coordinator(elsewhere);
		for (int turn = 0; turn < 20; turn++) {
			assertThat(everyWay(this.coordinator).at("/members/totalCount").asInt()).isEqualTo(1);
			everyWay(other).is(NOTHING);
		}
	}

	@Test
	void anAuditorSeesThePersonButNoContactPoints() {
		this.api.ask(this.viewers.auditor(),
				"query ($m: ID!, $c: ID!) { node(id: $m) { ... on Member { name contactPoints { value } } } contact: node(id: $c) { id } }",
				"m", this.member, "c", this.contact)
			.is("{node: {name: 'Secretname', contactPoints: null}, contact: null}");
	}

	private List<Viewer> others() {
		return List.of(this.viewers.coordinator(this.some.local("Other local")), this.viewers.staff(),
				this.viewers.administrator(), this.viewers.partner(this.local));
	}

	private Answer everyWay(Viewer viewer) {
		return this.api.ask(viewer, EVERY_WAY, "m", this.member, "c", this.contact, "s", this.membership, "ids",
				List.of(this.member, this.contact), "b", Some.id("bod", this.local));
	}

	private int count(Viewer viewer, Table<?> table) {
		return this.transactions.read(viewer, () -> this.sql.fetchCount(table));
	}

}
