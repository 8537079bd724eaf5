package org.solidarity.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.solidarity.platform.jooq.Tables.CONSENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a member beside the name, and that none of it is ever overwritten. */
@ApiTest
class MemberLedgersTest {

	static final String ADD = """
			mutation ($m: ID!, $b: ID!, $r: MembershipRole!, $f: Date, $t: Date, $c: ID) {
			  addMembership(input: {memberId: $m, bodyId: $b, role: $r, from: $f, to: $t, correctsId: $c}) {
			    membership { id role from to } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID local;

	Viewer coordinator;

	String member;

	@BeforeEach
	void aMember() {
		this.local = this.some.local("Demo Local 12");
		this.coordinator = this.viewers.coordinator(this.local);
		this.member = member("Ledger");
	}

	@Test
	void aMembershipEndsOnceAndIsCorrectedByAnotherRow() {
		var body = Some.id("bod", this.local);
		var wrong = this.api.ask(this.coordinator, ADD, "m", this.member, "b", body, "r", "STEWARD", "f", "2020-01-01")
			.text("/addMembership/membership/id");
		var end = "mutation ($id: ID!, $t: Date!) { endMembership(input: {id: $id, to: $t}) { membership { to } errors { code path } } }";
		this.api.ask(this.coordinator, end, "id", wrong, "t", "2019-12-31").hasUserErrors("OUT_OF_RANGE input.to");
		this.api.ask(this.coordinator, end, "id", wrong, "t", "2024-01-01")
			.is("{endMembership: {membership: {to: '2024-01-01'}, errors: []}}");
		this.api.ask(this.coordinator, end, "id", wrong, "t", "2025-01-01").hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.coordinator, ADD, "m", this.member, "b", body, "r", "STEWARD", "f", "2020-01-01", "t",
				"2025-01-01", "c", wrong);
		this.api
			.ask(this.coordinator,
					"query ($m: ID!) { node(id: $m) { ... on Member { memberships { role from to body { id } } } } }",
					"m", this.member)
			.is("{node: {memberships: [{role: 'STEWARD', from: '2020-01-01', to: '2025-01-01', body: {id: '" + body
					+ "'}}]}}");
		this.api.ask(this.coordinator, ADD, "m", this.member, "b", body, "r", "STEWARD", "c", wrong)
			.hasUserErrors("TAKEN input.correctsId");
		this.api.ask(this.coordinator, ADD, "m", member("Someone else"), "b", body, "r", "STEWARD", "c", wrong)
			.hasUserErrors("NOT_FOUND input.correctsId");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EMAIL   | name@example.org         |
			EMAIL   | josé.ñ@exämple.org       |
			EMAIL   | name@example             | INVALID input.value
			EMAIL   | a b@example.org          | INVALID input.value
			EMAIL   | <a@example.org>          | INVALID input.value
			PHONE   | +12135550123             |
			PHONE   | 2135550123               | INVALID input.value
			PHONE   | +0213555012              | INVALID input.value
			PHONE   | +1 213 555 0123          | INVALID input.value
			PHONE   | +1234567890123456        | INVALID input.value
			ADDRESS | 1 Main St, Los Angeles   |
			ADDRESS | ''                       | REQUIRED input.value""")
	void aContactPointHasTheFormOfItsKind(String kind, String value, String error) {
		var answer = this.api.ask(this.coordinator,
				"""
						mutation ($m: ID!, $k: ContactKind!, $v: String!) { addContactPoint(input: {memberId: $m, kind: $k, value: $v}) {
						  contactPoint { value status } errors { code path } } }""",
				"m", this.member, "k", kind, "v", value);
		if (error == null) {
			answer.is("{addContactPoint: {contactPoint: {value: '" + value + "', status: 'UNVERIFIED'}, errors: []}}");
		}
		else {
			answer.hasUserErrors(error);
			assertThat(value.isEmpty() || !answer.body().toString().contains(value)).as("echoes the value").isTrue();
		}
	}

	@Test
	void aContactPointIsRecordedOnceUntilItIsRetired() {
		var add = """
				mutation ($m: ID!) { addContactPoint(input: {memberId: $m, kind: EMAIL, value: "Twice@example.org"}) {
				  contactPoint { id } errors { code path } } }""";
		var id = this.api.ask(this.coordinator, add, "m", this.member).text("/addContactPoint/contactPoint/id");
		this.api.ask(this.coordinator, add, "m", this.member).hasUserErrors("TAKEN input.value");
		this.api.ask(this.coordinator,
				"mutation ($id: ID!) { retireContactPoint(input: {id: $id}) { contactPoint { status } member { contactPoints { id } } errors { code } } }",
				"id", id)
			.is("{retireContactPoint: {contactPoint: {status: 'RETIRED'}, member: {contactPoints: []}, errors: []}}");
		assertThat(this.api.ask(this.coordinator, add, "m", this.member).text("/addContactPoint/contactPoint/id"))
			.isNotEqualTo(id);
	}

	@Test
	void ofTheConsentsForAPurposeAndRecipientTheLatestHolds() {
		var record = """
				mutation ($k: String!, $m: ID!, $r: ID, $at: DateTime!) { recordConsent(input: {idempotencyKey: $k, memberId: $m,
				  purpose: SHARE_RECORD, recipientId: $r, legalBasis: EXPLICIT_CONSENT, wording: "v1", channel: PAPER, at: $at}) {
				  consent { current } errors { code path } } }""";
		var other = this.some.local("Recipient");
		var recipient = Some.id("bod", other);
		this.api.ask(this.coordinator, record, "k", "1", "m", this.member, "r", recipient, "at", "2026-01-01T00:00:00Z")
			.is("{recordConsent: {consent: {current: true}, errors: []}}");
		this.api.ask(this.coordinator, record, "k", "2", "m", this.member, "at", "2026-01-02T00:00:00Z");
		this.api.ask(this.coordinator,
				"""
						mutation ($m: ID!, $r: ID) { withdrawConsent(input: {idempotencyKey: "1", memberId: $m, purpose: SHARE_RECORD,
						  recipientId: $r, channel: PHONE, at: "2026-02-01T00:00:00Z"}) { consent { decision current } } }""",
				"m", this.member, "r", recipient)
			.is("{withdrawConsent: {consent: {decision: 'WITHDRAWN', current: true}}}");
		this.api.ask(this.coordinator,
				"query ($m: ID!) { node(id: $m) { ... on Member { consents { decision current recipient { id } } } } }",
				"m", this.member)
			.is("{node: {consents: [{decision: 'WITHDRAWN', current: true, recipient: {id: '" + recipient + "'}},"
					+ " {decision: 'GIVEN', current: true, recipient: null},"
					+ " {decision: 'GIVEN', current: false, recipient: {id: '" + recipient + "'}}]}}");
		this.api.ask(this.coordinator, record, "k", "3", "m", this.member, "at", "2190-01-01T00:00:00Z")
			.hasUserErrors("OUT_OF_RANGE input.at");
		this.api.ask(this.viewers.coordinator(other), "query ($m: ID!) { node(id: $m) { id } }", "m", this.member)
			.is("{node: null}");
	}

	@Test
	void aLedgerIsNeverRewritten() {
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM, () -> this.sql.deleteFrom(CONSENT).execute()))
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(CONSENT).set(CONSENT.WORDING, "v2").execute()))
			.hasStackTraceContaining("permission denied");
	}

	@Test
	void anAssessmentIsSeenByWhoSeesTheMemberAndTheCampaign() {
		var campaign = Some.id("cam", this.some.campaign(this.coordinator));
		var assess = """
				mutation ($m: ID!, $c: ID!, $r: Int!) { assessMember(input: {memberId: $m, campaignId: $c, rating: $r,
				  basis: "A talk at the gate"}) { assessment { rating } errors { code path } } }""";
		this.api.ask(this.coordinator, assess, "m", this.member, "c", campaign, "r", 6)
			.hasUserErrors("OUT_OF_RANGE input.rating");
		this.api.ask(this.coordinator, assess, "m", this.member, "c", campaign, "r", 3);
		this.api.ask(this.coordinator, assess, "m", this.member, "c", campaign, "r", 2)
			.is("{assessMember: {assessment: {rating: 2}, errors: []}}");
		var query = """
				query ($m: ID!, $c: ID) { node(id: $m) { ... on Member { assessments(campaignId: $c) {
				  nodes { rating basis campaign { id } } totalCount } } } }""";
		assertThat(this.api.ask(this.coordinator, query, "m", this.member, "c", campaign)
			.at("/node/assessments/nodes/0/rating")
			.asInt()).isEqualTo(2);
		var elsewhere = this.viewers.coordinator(this.local);
		this.api.ask(elsewhere, query, "m", this.member).is("{node: {assessments: {nodes: [], totalCount: 0}}}");
		this.api.ask(elsewhere, assess, "m", this.member, "c", campaign, "r", 2)
			.hasUserErrors("NOT_FOUND input.campaignId");
	}

	@Test
	void namesOfManyScriptsComeBackAsTheyWereGiven() throws Exception {
		var names = Path.of("../shared/data/geo/names_multiscript.json");
		assumeTrue(Files.exists(names), "no " + names + ": names of many scripts are not tried");
		var locales = new JsonMapper().readTree(Files.readString(names));
		for (var locale : locales.properties()) {
			String given = locale.getValue().get("first").get(0).asString();
			String family = locale.getValue().get("last").get(0).asString();
			var answer = this.api.ask(this.coordinator,
					"""
							mutation ($k: String!, $c: ID!, $g: String, $f: String, $l: String) { recordMember(input: {
							  idempotencyKey: $k, controllerId: $c, givenName: $g, familyName: $f, originalName: $g, originalLanguage: $l}) {
							  member { givenName familyName originalName } errors { message } } }""",
					"k", locale.getKey(), "c", Some.id("bod", this.local), "g", given, "f", family, "l",
					locale.getKey().replace('_', '-'));
			assertThat(answer.text("/recordMember/member/givenName")).isEqualTo(given);
			assertThat(answer.text("/recordMember/member/familyName")).isEqualTo(family);
			assertThat(this.api
				.ask(this.coordinator, "query ($s: String) { members(search: $s) { totalCount } }", "s",
						given + " " + family)
				.at("/members/totalCount")
				.asInt()).as(locale.getKey()).isPositive();
		}
	}

	private String member(String name) {
		return this.api
			.ask(this.coordinator,
					"""
							mutation ($k: String!, $c: ID!, $g: String) { recordMember(input: {idempotencyKey: $k, controllerId: $c, givenName: $g}) {
							  member { id } } }""",
					"k", UUID.randomUUID().toString(), "c", Some.id("bod", this.local), "g", name)
			.text("/recordMember/member/id");
	}

}
