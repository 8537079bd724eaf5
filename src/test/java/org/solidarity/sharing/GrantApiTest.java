package org.solidarity.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class GrantApiTest {

	static final String GRANT = """
			mutation ($account: ID!, $bodies: [ID!]!, $members: Boolean!) {
			  grantBodies(input: {accountId: $account, bodyIds: $bodies, withMembers: $members}) {
			    bodyGrants { id withMembers body { id } } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Walls walls;

	@Test
	void aGrantActsAtOnceAndEndsAtOnce() {
		var administrator = this.viewers.administrator();
		var coordinator = this.viewers.coordinator();
		String body = body();
		var granted = grant(administrator, coordinator, true, body);
		String id = granted.text("/grantBodies/bodyGrants/0/id");
		granted.is("{grantBodies: {bodyGrants: [{id: '" + id + "', withMembers: true, body: {id: '" + body
				+ "'}}], errors: []}}");
		assertThat(bodies(coordinator)).containsExactly(uuid(body));
		assertThat(controllers(coordinator)).containsExactly(uuid(body));
		this.api
			.ask(coordinator, "{ viewer { account { bodyGrants { nodes { withMembers body { id } } totalCount } } } }")
			.is("{viewer: {account: {bodyGrants: {nodes: [{withMembers: true, body: {id: '" + body
					+ "'}}], totalCount: 1}}}}");
		assertThat(grant(administrator, coordinator, true, body).text("/grantBodies/bodyGrants/0/id")).isEqualTo(id);
		String without = grant(administrator, coordinator, false, body).text("/grantBodies/bodyGrants/0/id");
		assertThat(without).isNotEqualTo(id);
		assertThat(controllers(coordinator)).isEmpty();
		String revoke = "mutation ($id: ID!) { revokeBodyGrant(input: {id: $id}) { bodyGrant { id } errors { code path } } }";
		this.api.ask(administrator, revoke, "id", without)
			.is("{revokeBodyGrant: {bodyGrant: {id: '" + without + "'}, errors: []}}");
		assertThat(bodies(coordinator)).isEmpty();
		this.api.ask(administrator, revoke, "id", "gra_nonsense").hasUserErrors("NOT_FOUND input.id");
	}

	@Test
	void onlyACoordinatorIsGrantedOnlyWhatThereIsAndOnlyByAnAdministrator() {
		var administrator = this.viewers.administrator();
		var coordinator = this.viewers.coordinator();
		grant(administrator, this.viewers.staff(), false, body()).hasUserErrors("INVALID input.accountId");
		grant(administrator, coordinator, false, "bod_nonsense").hasUserErrors("NOT_FOUND input.bodyIds");
		grant(administrator, coordinator, false).hasUserErrors("OUT_OF_RANGE input.bodyIds");
		for (Viewer viewer : List.of(this.viewers.staff(), coordinator, this.viewers.auditor(),
				this.viewers.partner())) {
			grant(viewer, coordinator, false, body()).isRefused("FORBIDDEN");
		}
		assertThat(bodies(coordinator)).isEmpty();
	}

	@Test
	void aPartnerGroupSpeaksForWhatItWasGranted() {
		var administrator = this.viewers.administrator();
		var partner = this.viewers.partner();
		String body = body();
		String grant = """
				mutation ($group: ID!, $bodies: [ID!]!) { grantPartnerBodies(input: {groupId: $group, bodyIds: $bodies}) {
				  partnerBodyGrants { id body { id } } errors { code path } } }""";
		String group = new NodeId("grp", partner.group()).toString();
		String id = this.api.ask(administrator, grant, "group", group, "bodies", List.of(body))
			.text("/grantPartnerBodies/partnerBodyGrants/0/id");
		this.api.ask(partner, "{ viewer { partnerGroup { bodyGrants { nodes { id body { id } } } } } }")
			.is("{viewer: {partnerGroup: {bodyGrants: {nodes: [{id: '" + id + "', body: {id: '" + body + "'}}]}}}}");
		this.api.ask(this.viewers.partner(), "query ($id: ID!) { node(id: $id) { id } }", "id", id).is("{node: null}");
		this.api
			.ask(administrator, "mutation ($id: ID!) { revokePartnerBodyGrant(input: {id: $id}) { errors { code } } }",
					"id", id)
			.is("{revokePartnerBodyGrant: {errors: []}}");
		this.api.ask(partner, "{ viewer { partnerGroup { bodyGrants { totalCount } } } }")
			.is("{viewer: {partnerGroup: {bodyGrants: {totalCount: 0}}}}");
		this.api.ask(this.viewers.staff(), grant, "group", group, "bodies", List.of(body)).isRefused("FORBIDDEN");
	}

	@Test
	void theDatabaseHidesTheGrantsOfOthersByItself() {
		UUID body = uuid(body());
		var coordinator = this.viewers.coordinator(body);
		var other = this.viewers.coordinator();
		var partner = this.viewers.partner(body);
		assertThat(seen(coordinator)).isEqualTo("1 0");
		assertThat(seen(other)).isEqualTo("0 0");
		assertThat(seen(partner)).isEqualTo("0 1");
		assertThat(seen(this.viewers.partner())).isEqualTo("0 0");
		assertThat(seen(this.viewers.staff())).isEqualTo("0 0");
	}

	@Test
	void theCodeHidesTheGrantsOfOthersByItselfToo() {
		var coordinator = this.viewers.coordinator();
		String grant = grant(this.viewers.administrator(), coordinator, true, body())
			.text("/grantBodies/bodyGrants/0/id");
		String query = "query ($id: ID!) { node(id: $id) { id } }";
		this.api.ask(coordinator, query, "id", grant).is("{node: {id: '" + grant + "'}}");
		for (Viewer other : List.of(this.viewers.coordinator(), this.viewers.staff(), this.viewers.partner())) {
			this.walls.without(() -> this.api.ask(other, query, "id", grant), "account_body").is("{node: null}");
		}
	}

	private String seen(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> this.sql.fetchCount(Tables.ACCOUNT_BODY) + " " + this.sql.fetchCount(Tables.PARTNER_BODY));
	}

	private UUID[] bodies(Viewer viewer) {
		return this.transactions.read(viewer, () -> Routines.bodiesOfAccount(this.sql.configuration(), viewer.id()));
	}

	private UUID[] controllers(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> Routines.controllersOfAccount(this.sql.configuration(), viewer.id()));
	}

	private Answer grant(Viewer viewer, Viewer to, boolean members, String... bodies) {
		return this.api.ask(viewer, GRANT, "account", new NodeId("acc", to.id()).toString(), "bodies", List.of(bodies),
				"members", members);
	}

	private String body() {
		return this.api
			.ask(this.viewers.staff(),
					"mutation { createBody(input: {kind: OTHER, name: \"Granted\"}) { body { id } } }")
			.text("/createBody/body/id");
	}

	private static UUID uuid(String id) {
		return NodeId.valueOf(id).of("bod");
	}

}
