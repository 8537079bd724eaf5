package org.solidarity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class MemberApiTest {

	static final String RECORD = """
			mutation ($k: String!, $c: ID!, $g: String, $f: String, $o: String, $l: String) {
			  recordMember(input: {idempotencyKey: $k, controllerId: $c, givenName: $g, familyName: $f,
			    originalName: $o, originalLanguage: $l}) {
			  member { id name originalName originalLanguage version controller { id } } errors { code message path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

	UUID local;

	Viewer coordinator;

	@BeforeEach
	void aLocalAndItsCoordinator() {
		this.local = this.some.local("Demo Local 101");
		this.coordinator = this.viewers.coordinator(this.local);
	}

	@Test
	void aCoordinatorRecordsAMemberAndReadsItBack() {
		var id = this.api
			.ask(this.coordinator, RECORD, "k", "1", "c", Some.id("bod", this.local), "g", "Rosa", "f", "Demo")
			.text("/recordMember/member/id");
		this.api.ask(this.coordinator, """
				query ($id: ID!) { node(id: $id) { __typename ... on Member { id name givenName familyName originalName
				  controller { id } memberships { id } contactPoints { id } consents { id } version } } }""", "id", id)
			.is("{node: {__typename: 'Member', id: '" + id
					+ "', name: 'Rosa Demo', givenName: 'Rosa', familyName: 'Demo', originalName: null, controller: {id: '"
					+ Some.id("bod", this.local)
					+ "'}, memberships: [], contactPoints: [], consents: [], version: 1}}");
	}

	@Test
	void aCoordinatorOfTheUnionAboveSeesThem() {
		var union = this.some.local("Demo Union");
		var below = this.some.localOf(union, "Demo Local 7");
		var id = member(this.viewers.coordinator(below), below, "Ana");
		this.api.ask(this.viewers.coordinator(union), "query ($id: ID!) { node(id: $id) { id } }", "id", id)
			.is("{node: {id: '" + id + "'}}");
	}

	@Test
	void theSameKeyRecordsOnce() {
		var first = member(this.coordinator, this.local, "Once", "key");
		assertThat(member(this.coordinator, this.local, "Once", "key")).isEqualTo(first);
		this.api.ask(this.coordinator, RECORD, "k", "key", "c", Some.id("bod", this.local), "g", "Twice")
			.hasUserErrors("IDEMPOTENCY_KEY_REUSED input.idempotencyKey");
	}

	@Test
	void aMemberNeedsANameAndAnOriginalNameItsLanguage() {
		this.api.ask(this.coordinator, RECORD, "k", "n", "c", Some.id("bod", this.local), "o", "李", "g", " ")
			.hasUserErrors("REQUIRED input.givenName", "REQUIRED input.originalLanguage");
		this.api.ask(this.coordinator, RECORD, "k", "n", "c", Some.id("bod", this.local))
			.hasUserErrors("REQUIRED input.givenName");
	}

	@Test
	void staffAdministratorsAuditorsAndPartnersRecordNone() {
		for (Viewer viewer : new Viewer[] { this.viewers.staff(), this.viewers.administrator(), this.viewers.auditor(),
				this.viewers.partner(this.local) }) {
			this.api.ask(viewer, RECORD, "k", "n", "c", Some.id("bod", this.local), "g", "Nobody")
				.isRefused("FORBIDDEN");
		}
	}

	@Test
	void aBodyOfOthersLooksLikeNoBody() {
		var other = this.some.local("Other local");
		var hidden = this.api.ask(this.coordinator, RECORD, "k", "n", "c", Some.id("bod", other), "g", "A");
		hidden.hasUserErrors("NOT_FOUND input.controllerId");
		var unknown = this.api.ask(this.coordinator, RECORD, "k", "n", "c", Some.id("bod", UUID.randomUUID()), "g",
				"A");
		assertThat(unknown.at("")).isEqualTo(hidden.at(""));
	}

	@Test
	void aCorrectionKeepsWhatIsOmittedAndClearsWhatIsNull() {
		var id = member(this.coordinator, this.local, "Jose");
		var correct = """
				mutation ($id: ID!, $v: Int!) { correctMember(input: {id: $id, expectedVersion: $v, givenName: "José",
				  originalName: null}) { member { givenName familyName version } errors { code path } } }""";
		this.api.ask(this.coordinator, correct, "id", id, "v", 1)
			.is("{correctMember: {member: {givenName: 'José', familyName: 'Demo', version: 2}, errors: []}}");
		var stale = this.api.ask(this.coordinator, correct, "id", id, "v", 1).isRefused("CONFLICT");
		assertThat(stale.body().at("/errors/0/extensions/currentVersion").asInt()).isEqualTo(2);
		this.api.ask(this.coordinator,
				"mutation ($id: ID!) { correctMember(input: {id: $id, expectedVersion: 2, givenName: null, familyName: null}) { member { id } errors { code path } } }",
				"id", id)
			.hasUserErrors("REQUIRED input.givenName");
	}

	@Test
	void membersOfABodyArePagedByNameAndFilteredByRoleAndSearch() {
		for (String name : new String[] { "Çiğdem", "Ana", "Bela" }) {
			join(member(this.coordinator, this.local, name), this.local, "MEMBER");
		}
		var steward = member(this.coordinator, this.local, "Dora");
		join(steward, this.local, "MEMBER");
		join(steward, this.local, "STEWARD");
		member(this.coordinator, this.local, "Elsewhere");
		var query = """
				query ($id: ID!, $f: Int, $a: String, $filter: MemberFilter, $s: String) { node(id: $id) { ... on Body {
				  members(first: $f, after: $a, filter: $filter, search: $s) { nodes { givenName } totalCount
				    pageInfo { hasNextPage endCursor } } } } }""";
		var body = Some.id("bod", this.local);
		var first = this.api.ask(this.coordinator, query, "id", body, "f", 3);
		assertThat(first.at("/node/members/nodes").toString())
			.isEqualTo("[{\"givenName\":\"Ana\"},{\"givenName\":\"Bela\"},{\"givenName\":\"Dora\"}]");
		assertThat(first.at("/node/members/totalCount").asInt()).isEqualTo(4);
		var second = this.api.ask(this.coordinator, query, "id", body, "f", 3, "a",
				first.text("/node/members/pageInfo/endCursor"));
		assertThat(second.at("/node/members/nodes").toString()).isEqualTo("[{\"givenName\":\"Çiğdem\"}]");
		assertThat(this.api
			.ask(this.coordinator, query, "id", body, "filter",
					java.util.Map.of("role", java.util.Map.of("eq", "STEWARD")))
			.at("/node/members/nodes")
			.toString()).isEqualTo("[{\"givenName\":\"Dora\"}]");
		assertThat(this.api.ask(this.coordinator, query, "id", body, "s", "demo ÇİĞ".replace("İ", "i"))
			.at("/node/members/totalCount")
			.asInt()).isEqualTo(1);
		assertThat(
				this.api.ask(this.coordinator, query, "id", body, "s", "100%").at("/node/members/totalCount").asInt())
			.isZero();
		assertThat(this.api.ask(this.coordinator, "{ members { totalCount } }").at("/members/totalCount").asInt())
			.isEqualTo(5);
		this.api
			.ask(this.coordinator, "query ($s: String) { members(search: $s) { totalCount } }", "s", "x".repeat(201))
			.isRefused("LIMIT_EXCEEDED");
	}

	@Test
	void fiftyMembersCostWhatOneCosts() {
		var document = """
				{ members(first: 50) { nodes { name controller { name } memberships { role body { name } onBehalfOf { name } }
				  contactPoints { value } consents { purpose recipient { name } } } } }""";
		join(member(this.coordinator, this.local, "One"), this.local, "MEMBER");
		int one = this.statements.during(() -> this.api.ask(this.coordinator, document).at("/members/nodes"));
		for (int i = 0; i < 20; i++) {
			join(member(this.coordinator, this.local, "More " + i), this.local, "OFFICER");
		}
		assertThat(this.statements.during(() -> this.api.ask(this.coordinator, document).at("/members/nodes")))
			.isEqualTo(one);
	}

	private String member(Viewer viewer, UUID controller, String name) {
		return member(viewer, controller, name, UUID.randomUUID().toString());
	}

	private String member(Viewer viewer, UUID controller, String name, String key) {
		return this.api.ask(viewer, RECORD, "k", key, "c", Some.id("bod", controller), "g", name, "f", "Demo")
			.text("/recordMember/member/id");
	}

	private void join(String member, UUID body, String role) {
		this.api.ask(this.coordinator,
				"mutation ($m: ID!, $b: ID!, $r: MembershipRole!) { addMembership(input: {memberId: $m, bodyId: $b, role: $r}) { errors { code } } }",
				"m", member, "b", Some.id("bod", body), "r", role)
			.is("{addMembership: {errors: []}}");
	}

}
