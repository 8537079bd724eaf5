package org.solidarity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.identity.partner.ApiToken;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.identity.partner.CreatePartnerGroup;
import org.solidarity.identity.partner.IssueApiToken;
import org.solidarity.identity.partner.PartnerGroup;
import org.solidarity.identity.partner.PartnerGroups;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Browser;
import org.solidarity.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TokenHttpTest {

	static final String WHO = "{\"query\": \"{ viewer { role } }\"}";

	@Autowired
	Browser.Factory browsers;

	@Autowired
	PartnerGroups groups;

	@Autowired
	ApiTokens tokens;

	@Autowired
	Accounts accounts;

	@Autowired
	TestClock clock;

	@AfterEach
	void setTheClockBack() {
		this.clock.reset();
	}

	@Test
	void aGoodTokenNeedsNoCookieAndGetsNone() {
		var answer = bearer(token(null).secret()).post("/graphql", "application/json", WHO);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).startsWith("{\"data\":{\"viewer\":{\"role\":\"PARTNER\"}}");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(bearer(token(null).secret()).get("/sign-in").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsNoGoodTokenIsRefusedWithTheSameWords() {
		var revoked = token(null);
		this.tokens.revoke(Viewer.SYSTEM, new NodeId(ApiToken.PREFIX, revoked.apiToken().id()));
		String good = token(null).secret();
		String elsewhere = token(List.of("10.0.0.0/8")).secret();
		String unknown = good.substring(0, 10) + "0".repeat(42);
		for (String wrong : List.of(revoked.secret(), elsewhere, unknown, good + "0", good.toUpperCase(), "x", "",
				"crm_' or 1=1 --")) {
			var answer = bearer(wrong).post("/graphql", "application/json", WHO);
			assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
			assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
			assertThat(answer.body()).contains("This API token is unknown, expired, revoked, or not for your address.");
		}
	}

	@Test
	void aTokenEndsWithItsTime() {
		String secret = token(null).secret();
		this.clock.advance(Duration.ofDays(1).plusSeconds(5));
		assertThat(bearer(secret).post("/graphql", "application/json", WHO).statusCode()).isEqualTo(401);
	}

	@Test
	void aTokenInTheAddressIsNone() {
		String secret = token(null).secret();
		for (String name : List.of("access_token", "token", "api_key")) {
			assertThat(
					this.browsers.open().post("/graphql?" + name + "=" + secret, "application/json", WHO).statusCode())
				.isEqualTo(401);
		}
	}

	@Test
	void whereThereIsATokenTheSessionIsNotLookedAt() {
		String email = UUID.randomUUID() + "@example.org";
		this.accounts.create(Viewer.SYSTEM,
				new CreateAccount.Input(null, email, "Ana", Role.STAFF, SignInHttpTest.PASSWORD));
		var browser = this.browsers.open();
		browser.signIn(email, SignInHttpTest.PASSWORD);
		browser.header("Authorization", "Bearer " + token(null).secret());
		assertThat(browser.post("/graphql", "application/json", WHO).body()).contains("PARTNER");
		browser.header("Authorization", "Bearer nonsense");
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
		browser.header("Authorization", null);
		assertThat(browser.postJson("/graphql", WHO).body()).contains("STAFF");
	}

	@Test
	void twentyWrongTokensAMinuteFromOneAddressAreEnoughAndAGoodOneStillGetsIn() {
		this.clock.stop();
		var browser = bearer("crm_nonsense");
		for (int i = 0; i < 20; i++) {
			assertThat(browser.post("/graphql", "application/json", WHO).statusCode()).isEqualTo(401);
		}
		var refused = browser.post("/graphql", "application/json", WHO);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isEqualTo(3);
		browser.header("Authorization", null);
		assertThat(browser.signIn("nobody@example.org", "x").statusCode()).isEqualTo(429);
		browser.header("Authorization", "Bearer " + token(null).secret());
		assertThat(browser.post("/graphql", "application/json", WHO).statusCode()).isEqualTo(200);
	}

	@Test
	void theLastUseIsNotedAfterwards() throws Exception {
		var token = token(null);
		UUID id = token.apiToken().id();
		bearer(token.secret()).post("/graphql", "application/json", WHO);
		Instant end = Instant.now().plusSeconds(10);
		while (lastUse(id) == null && Instant.now().isBefore(end)) {
			Thread.sleep(50);
		}
		Instant first = lastUse(id);
		assertThat(first).isNotNull();
		bearer(token.secret()).post("/graphql", "application/json", WHO);
		Thread.sleep(200);
		assertThat(lastUse(id)).isEqualTo(first);
	}

	private Instant lastUse(UUID token) {
		return this.tokens.nodes(Viewer.SYSTEM, List.of(token)).get(token).lastUsedAt();
	}

	private Browser bearer(String secret) {
		return this.browsers.open().header("Authorization", "Bearer " + secret);
	}

	private IssueApiToken.Payload token(List<String> from) {
		var group = this.groups.create(Viewer.SYSTEM, new CreatePartnerGroup.Input(null, "Group " + UUID.randomUUID()));
		return this.tokens.issue(Viewer.SYSTEM,
				new IssueApiToken.Input(UUID.randomUUID().toString(), new NodeId(PartnerGroup.PREFIX, group.id()),
						"test", List.of(TokenScope.READ), this.clock.instant().plus(Duration.ofDays(1)), from));
	}

}
