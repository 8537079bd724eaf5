package org.solidarity.identity.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class PartnerApiTest {

	static final String ISSUE = """
			mutation ($key: String!, $group: ID!, $expiry: DateTime!, $from: [String!]) {
			  issueApiToken(input: {idempotencyKey: $key, groupId: $group, name: "web", scopes: [READ], expiresAt: $expiry,
			      allowedAddresses: $from}) {
			    apiToken { id name scopes allowedAddresses lastUsedAt revokedAt partnerGroup { id } } secret
			    errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	ApiTokens tokens;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Walls walls;

	@Test
	void aSecretIsToldOnceAndLetsItsGroupIn() {
		var administrator = this.viewers.administrator();
		String group = group(administrator);
		var issued = issue(administrator, "once", group, Duration.ofDays(30), "127.0.0.0/8");
		String id = issued.text("/issueApiToken/apiToken/id");
		String secret = issued.text("/issueApiToken/secret");
		issued.is("{issueApiToken: {apiToken: {id: '" + id
				+ "', name: 'web', scopes: ['READ'], allowedAddresses: ['127.0.0.0/8'], lastUsedAt: null, revokedAt: null, partnerGroup: {id: '"
				+ group + "'}}, secret: '" + secret + "', errors: []}}");
		var viewer = this.tokens.viewer(secret, "127.0.0.1").orElseThrow();
		assertThat(viewer.group()).isEqualTo(NodeId.valueOf(group).of(PartnerGroup.PREFIX));
		assertThat(this.tokens.viewer(secret, "10.1.2.3")).isEmpty();
		assertThat(this.tokens.viewer(secret, "::1")).isEmpty();
	}

	@Test
	void theSameKeyGivesTheSameTokenWithoutItsSecret() {
		var administrator = this.viewers.administrator();
		String group = group(administrator);
		String expiry = Instant.now().plus(Duration.ofDays(1)).toString();
		Object[] input = { "key", "k", "group", group, "expiry", expiry };
		String id = this.api.ask(administrator, ISSUE, input).text("/issueApiToken/apiToken/id");
		var again = this.api.ask(administrator, ISSUE, input);
		assertThat(again.text("/issueApiToken/apiToken/id")).isEqualTo(id);
		assertThat(again.at("/issueApiToken/secret").isNull()).isTrue();
	}

	@Test
	void aTokenEndsWithinAYearAndNamesRealNetworks() {
		var administrator = this.viewers.administrator();
		String group = group(administrator);
		issue(administrator, "a", group, Duration.ofDays(367)).hasUserErrors("OUT_OF_RANGE input.expiresAt");
		issue(administrator, "b", group, Duration.ofDays(-1)).hasUserErrors("OUT_OF_RANGE input.expiresAt");
		issue(administrator, "c", group, Duration.ofDays(1), "10.0.0.0/8", "10.0.0.1/8", "here")
			.hasUserErrors("INVALID input.allowedAddresses.1", "INVALID input.allowedAddresses.2");
		issue(administrator, "d", "grp_nonsense", Duration.ofDays(1)).hasUserErrors("NOT_FOUND input.groupId");
		issue(this.viewers.staff(), "e", group, Duration.ofDays(1)).isRefused("FORBIDDEN");
		issue(this.viewers.partner(), "f", group, Duration.ofDays(1)).isRefused("FORBIDDEN");
	}

	@Test
	void aRevokedTokenLetsNobodyIn() {
		var administrator = this.viewers.administrator();
		var issued = issue(administrator, "r", group(administrator), Duration.ofDays(1));
		String secret = issued.text("/issueApiToken/secret");
		assertThat(this.tokens.viewer(secret, "127.0.0.1")).isPresent();
		String revoke = """
				mutation ($id: ID!) { revokeApiToken(input: {id: $id}) { apiToken { revokedAt } errors { code path } } }""";
		String id = issued.text("/issueApiToken/apiToken/id");
		String first = this.api.ask(administrator, revoke, "id", id).text("/revokeApiToken/apiToken/revokedAt");
		assertThat(this.tokens.viewer(secret, "127.0.0.1")).isEmpty();
		assertThat(this.api.ask(administrator, revoke, "id", id).text("/revokeApiToken/apiToken/revokedAt"))
			.isEqualTo(first);
		this.api.ask(administrator, revoke, "id", "tok_nonsense").hasUserErrors("NOT_FOUND input.id");
	}

	@Test
	void groupsAndTokensAreSeenByWhomTheyConcern() {
		var partner = this.viewers.partner();
		String id = new NodeId(PartnerGroup.PREFIX, partner.group()).toString();
		String query = "query ($id: ID!) { node(id: $id) { ... on PartnerGroup { id apiTokens { totalCount } } } }";
		String seen = "{node: {id: '" + id + "', apiTokens: {totalCount: %d}}}";
		this.api.ask(this.viewers.administrator(), query, "id", id).is(seen.formatted(1));
		this.api.ask(this.viewers.auditor(), query, "id", id).is(seen.formatted(1));
		this.api.ask(this.viewers.staff(), query, "id", id).is(seen.formatted(0));
		this.api.ask(partner, query, "id", id).is(seen.formatted(0));
		this.api.ask(this.viewers.partner(), query, "id", id).is("{node: null}");
		this.api.ask(this.viewers.coordinator(), query, "id", id).is("{node: null}");
	}

	@Test
	void theDatabaseHidesGroupsAndTokensByItself() {
		var partner = this.viewers.partner();
		assertThat(groups(partner)).containsExactly(partner.group());
		assertThat(groups(this.viewers.coordinator())).isEmpty();
		for (Viewer viewer : List.of(partner, this.viewers.staff(), this.viewers.coordinator())) {
			assertThat(this.transactions.<Integer>read(viewer, () -> this.sql.fetchCount(Tables.API_TOKEN))).isZero();
		}
	}

	@Test
	void theCodeHidesGroupsAndTokensByItselfToo() {
		var partner = this.viewers.partner();
		String group = new NodeId(PartnerGroup.PREFIX, partner.group()).toString();
		String token = new NodeId(ApiToken.PREFIX, partner.id()).toString();
		for (Viewer viewer : List.of(this.viewers.partner(), this.viewers.coordinator())) {
			this.walls
				.without(() -> this.api.ask(viewer, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", "ids",
						List.of(group, token)), "partner_group", "api_token")
				.is("{nodes: [null, null]}");
		}
	}

	@Test
	void manyGroupsCostWhatOneCosts() {
		var administrator = this.viewers.administrator();
		for (int i = 0; i < 5; i++) {
			this.viewers.partner();
		}
		String query = "query ($n: Int) { partnerGroups(first: $n) { nodes { name apiTokens(first: 3) { nodes { name partnerGroup { name } } } } } }";
		this.api.ask(administrator, query, "n", 1);
		int one = this.statements.during(() -> this.api.ask(administrator, query, "n", 1));
		int five = this.statements.during(() -> this.api.ask(administrator, query, "n", 5));
		assertThat(five).isEqualTo(one);
	}

	private List<UUID> groups(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> this.sql.select(Tables.PARTNER_GROUP.ID)
					.from(Tables.PARTNER_GROUP)
					.fetch(Tables.PARTNER_GROUP.ID));
	}

	private String group(Viewer administrator) {
		return this.api
			.ask(administrator,
					"mutation ($n: String!) { createPartnerGroup(input: {name: $n}) { partnerGroup { id } } }", "n",
					"Group " + UUID.randomUUID())
			.text("/createPartnerGroup/partnerGroup/id");
	}

	private Answer issue(Viewer viewer, String key, String group, Duration life, String... from) {
		return this.api.ask(viewer, ISSUE, "key", key, "group", group, "expiry", Instant.now().plus(life).toString(),
				"from", from.length > 0 ? List.of(from) : null);
	}

}
