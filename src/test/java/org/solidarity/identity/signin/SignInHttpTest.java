package org.solidarity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Browser;
import org.solidarity.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class SignInHttpTest {

	static final String PASSWORD = "lamp river stone 9";

	static final String WHO = "{\"query\": \"{ node(id: \\\"x\\\") { id } }\"}";

	@Autowired
	Browser.Factory browsers;

	@Autowired
	Accounts accounts;

	@Autowired
	TestClock clock;

	@AfterEach
	void setTheClockBack() {
		this.clock.reset();
	}

	@Test
	void theRightPasswordOpensASessionInAStrictCookie() {
		var account = someone(Role.STAFF);
		var browser = this.browsers.open();
		var answer = browser.signIn(account.email(), PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(204);
		assertThat(answer.headers().allValues("Set-Cookie"))
			.anySatisfy(cookie -> assertThat(cookie).startsWith("crm_session=")
				.contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
				.doesNotContain("Secure"));
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(200);
	}

	@Test
	void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
		var account = someone(Role.STAFF);
		var wrong = this.browsers.open().signIn(account.email(), "not the right one");
		var unknown = this.browsers.open().signIn("nobody-" + account.email(), PASSWORD);
		assertThat(wrong.statusCode()).isEqualTo(401);
		assertThat(unknown.statusCode()).isEqualTo(401);
		assertThat(unknown.body()).isEqualTo(wrong.body());
		assertThat(wrong.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("crm_session"));
	}

	@Test
	void aChangeByCookieNeedsTheCsrfToken() {
		var account = someone(Role.STAFF);
		var browser = this.browsers.open();
		assertThat(browser.post("/sign-in", "application/json", "{}").statusCode()).isEqualTo(403);
		browser.signIn(account.email(), PASSWORD);
		assertThat(browser.post("/graphql", "application/json", WHO).statusCode()).isEqualTo(403);
		browser.header("X-XSRF-TOKEN", UUID.randomUUID().toString());
		assertThat(browser.post("/graphql", "application/json", WHO).statusCode()).isEqualTo(403);
	}

	@Test
	void signingInTakesANewSessionAndLeavesTheOldOneDead() {
		var account = someone(Role.STAFF);
		var browser = this.browsers.open();
		browser.signIn(account.email(), PASSWORD);
		String first = browser.cookies.get("crm_session");
		browser.signIn(account.email(), PASSWORD);
		assertThat(browser.cookies.get("crm_session")).isNotEqualTo(first);
		browser.cookies.put("crm_session", first);
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
	}

	@Test
	void aSessionEndsWithSignOutAndAfterTwelveHours() {
		var account = someone(Role.STAFF);
		var browser = this.browsers.open();
		browser.signIn(account.email(), PASSWORD);
		String session = browser.cookies.get("crm_session");
		this.clock.advance(Duration.ofHours(12).plusMinutes(1));
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
		this.clock.reset();
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(200);
		assertThat(browser.postJson("/sign-out", "").statusCode()).isEqualTo(204);
		browser.cookies.put("crm_session", session);
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
	}

	@Test
	void signingOutEverywhereEndsTheSessionsOfAllBrowsers() {
		var account = someone(Role.STAFF);
		var one = this.browsers.open();
		var other = this.browsers.open();
		one.signIn(account.email(), PASSWORD);
		other.signIn(account.email(), PASSWORD);
		assertThat(one.postJson("/sign-out-everywhere", "").statusCode()).isEqualTo(204);
		assertThat(other.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
		assertThat(other.signIn(account.email(), PASSWORD).statusCode()).isEqualTo(204);
	}

	@Test
	void twentyWrongPasswordsAMinuteFromOneAddressAreEnough() {
		this.clock.stop();
		var browser = this.browsers.open();
		for (int i = 0; i < 20; i++) {
			assertThat(browser.signIn(UUID.randomUUID() + "@example.org", "x").statusCode()).isEqualTo(401);
		}
		HttpResponse<String> refused = browser.signIn(someone(Role.STAFF).email(), PASSWORD);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.body()).contains("RATE_LIMITED");
		long wait = refused.headers().firstValueAsLong("Retry-After").orElseThrow();
		assertThat(wait).isBetween(1L, 3L);
		this.clock.advance(Duration.ofSeconds(wait));
		assertThat(browser.signIn(someone(Role.STAFF).email(), PASSWORD).statusCode()).isEqualTo(204);
	}

	@Test
	void afterTenWrongPasswordsAnAccountWaitsWhoeverAsks() {
		this.clock.stop();
		String email = someone(Role.STAFF).email();
		for (int i = 0; i < 10; i++) {
			assertThat(this.browsers.open().signIn(email, "x").statusCode()).isEqualTo(401);
		}
		assertThat(this.browsers.open().signIn(email, PASSWORD).statusCode()).isEqualTo(429);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.browsers.open().signIn(email, "x").statusCode()).isEqualTo(401);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.browsers.open().signIn(email, PASSWORD).statusCode()).isEqualTo(429);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.browsers.open().signIn(email, PASSWORD).statusCode()).isEqualTo(204);
		assertThat(this.browsers.open().signIn(email, PASSWORD).statusCode()).isEqualTo(204);
	}

	@Test
	void theFormWorksWithoutAScript() {
		var account = someone(Role.STAFF);
		var browser = this.browsers.open();
		String page = browser.get("/sign-in").body();
		String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String form = "email=" + account.email() + "&_csrf=" + csrf + "&password=";
		var wrong = browser.post("/sign-in", "application/x-www-form-urlencoded", form + "x");
		assertThat(wrong.statusCode()).isEqualTo(401);
		assertThat(wrong.body()).contains("The e-mail address or the password is wrong.");
		var right = browser.post("/sign-in", "application/x-www-form-urlencoded", form + PASSWORD.replace(' ', '+'));
		assertThat(right.statusCode()).isEqualTo(303);
		assertThat(right.headers().firstValue("Location")).contains("/");
		assertThat(browser.cookies).containsKey("crm_session");
		assertThat(this.browsers.open().post("/sign-in", "application/x-www-form-urlencoded", form).statusCode())
			.isEqualTo(403);
	}

	@Test
	void whoIsNotSignedInIsToldSo() {
		var answer = this.browsers.open().post("/graphql", "application/json", WHO);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
		assertThat(answer.body()).contains("UNAUTHENTICATED");
	}

	private Account someone(Role role) {
		return this.accounts.create(Viewer.SYSTEM,
				new CreateAccount.Input(null, UUID.randomUUID() + "@example.org", "Ana", role, PASSWORD));
	}

}
