package org.solidarity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Browser;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class DoorHttpTest {

	static final String PASSWORD = SignInHttpTest.PASSWORD;

	static final String WHO = "{\"query\": \"{ viewer { role } }\"}";

	@Autowired
	Browser.Factory browsers;

	@Autowired
	Accounts accounts;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	List<RequestMappingHandlerMapping> mappings;

	@Test
	void nobodyReachesAnythingButTheSignInPageTheProbesAndWhatIsPublic() {
		var anyone = List.of("/sign-in", "/assets/sign-in.css", "/actuator/health/liveness",
				"/actuator/health/readiness");
		var browser = this.browsers.open();
		for (String path : anyone) {
			assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
		}
		assertThat(browser.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(browser.get("/calendar/feed.ics").statusCode()).isEqualTo(404);
		routes().filter(path -> !anyone.contains(path) && !path.startsWith("/public/"))
			.filter(path -> !path.equals("/calendar/feed.ics"))
			.forEach(path -> {
				int refused = path.contains("%") ? 400 : 401;
				assertThat(browser.get(path).statusCode()).as("GET " + path).isEqualTo(refused);
				assertThat(browser.post(path, "application/json", "{}").statusCode()).as("POST " + path)
					.isEqualTo(refused);
			});
	}

	@Test
	void aPersonIsSentToTheSignInPage() {
		var browser = this.browsers.open().header("Accept", "text/html,application/xhtml+xml");
		var answer = browser.get("/graphiql");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
		assertThat(browser.get("/graphql").statusCode()).isEqualTo(401);
	}

	@Test
	void metricsAreForAdministratorsOnly() {
		assertThat(signedIn(Role.STAFF).get("/actuator/prometheus").statusCode()).isEqualTo(403);
		assertThat(signedIn(Role.ADMINISTRATOR).get("/actuator/prometheus").statusCode()).isEqualTo(200);
	}

	@Test
	void everyAnswerTellsTheBrowserToDoNothingWithIt() {
		var browser = signedIn(Role.STAFF);
		for (var answer : List.of(browser.postJson("/graphql", WHO), browser.get("/sign-in"), browser.get("/graphiql"),
				browser.get("/nothing-here"), this.browsers.open().post("/graphql", "application/json", WHO))) {
			var headers = answer.headers();
			assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'; ")
				.contains("frame-ancestors 'none'", "base-uri 'none'")
				.doesNotContain("unsafe", "http:", "https:", "*");
			assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
			assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
			assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
			assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
			assertThat(headers.firstValue("Permissions-Policy")).isPresent();
			assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
			assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
			assertThat(headers.firstValue("Server")).isEmpty();
		}
	}

	@Test
	void disablingAnAccountOrChangingItsRoleActsInItsRunningSession() {
		var account = account(Role.STAFF);
		var browser = this.browsers.open();
		browser.signIn(account.email(), PASSWORD);
		var administrator = this.viewers.administrator();
		String id = new NodeId(Account.PREFIX, account.id()).toString();
		this.api.ask(administrator, """
				mutation ($id: ID!) { changeAccountRole(input: {id: $id, expectedVersion: 1, role: AUDITOR}) {
				  errors { code } } }""", "id", id).is("{changeAccountRole: {errors: []}}");
		assertThat(browser.postJson("/graphql", WHO).body()).contains("AUDITOR");
		this.api.ask(administrator, "mutation ($id: ID!) { disableAccount(input: {id: $id}) { errors { code } } }",
				"id", id);
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
		assertThat(this.browsers.open().signIn(account.email(), PASSWORD).statusCode()).isEqualTo(401);
		this.api.ask(administrator, "mutation ($id: ID!) { enableAccount(input: {id: $id}) { errors { code } } }", "id",
				id);
		assertThat(browser.postJson("/graphql", WHO).statusCode()).isEqualTo(401);
		assertThat(this.browsers.open().signIn(account.email(), PASSWORD).statusCode()).isEqualTo(204);
	}

	@Test
	void anotherSiteCannotMakeTheBrowserChangeAnything() {
		var browser = signedIn(Role.STAFF).header("Origin", "https://evil.example");
		assertThat(browser.get("/graphql?query=%7Bviewer%7Brole%7D%7D").statusCode()).isEqualTo(405);
		for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
			assertThat(browser.post("/graphql", type, WHO).statusCode()).as(type).isEqualTo(403);
		}
		var preflight = browser.header("Access-Control-Request-Method", "POST")
			.send("OPTIONS", "/graphql", "application/json", "");
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void noPasswordAndNoTokenReachesTheLog(CapturedOutput output) {
		var account = account(Role.STAFF);
		var browser = this.browsers.open();
		browser.signIn(account.email(), "wrong canary 17");
		browser.signIn(account.email(), PASSWORD);
		String token = this.viewers.token().secret();
		this.browsers.open().header("Authorization", "Bearer " + token).post("/graphql", "application/json", WHO);
		browser.postJson("/sign-in", "{\"email\": 7, \"password\": [\"broken canary 18\"]");
		assertThat(output.getAll()).doesNotContain("wrong canary 17", "broken canary 18", PASSWORD, token);
	}

	@Test
	void whoeverIsUnknownWaitsAsLongAsWhoeverIsWrong() {
		String known = account(Role.STAFF).email();
		long wrong = fastest(known);
		long unknown = fastest("nobody-" + known);
		assertThat((double) unknown).isBetween(wrong * 0.25, wrong * 4.0);
	}

	@Test
	void inputsHaveNoFieldThatTheServerOwns() {
		this.api
			.ask(this.viewers.administrator(),
					"""
							mutation { createAccount(input: {email: "a@b", name: "x", role: STAFF, password: "x", status: DISABLED}) {
							  errors { code } } }""")
			.isRefused("BAD_USER_INPUT");
		var browser = this.browsers.open();
		String email = account(Role.STAFF).email();
		browser.get("/sign-in");
		assertThat(
				browser
					.postJson("/sign-in",
							"{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD
									+ "\", \"role\": \"ADMINISTRATOR\"}")
					.statusCode())
			.isIn(204, 400);
		assertThat(browser.postJson("/graphql", WHO).body()).doesNotContain("ADMINISTRATOR");
	}

	private long fastest(String email) {
		return Stream.generate(() -> {
			var browser = this.browsers.open();
			browser.get("/sign-in");
			long start = System.nanoTime();
			browser.signIn(email, "not the right one");
			return System.nanoTime() - start;
		}).limit(5).min(Long::compare).orElseThrow();
	}

	private Stream<String> routes() {
		var mapped = this.mappings.stream()
			.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(info -> info.getPatternValues().stream());
		return Stream
			.concat(mapped, Stream.of("/", "/graphql", "/graphiql", "/graphiql/examples", "/actuator",
					"/actuator/health", "/actuator/prometheus", "/actuator/env", "/assets/console.js",
					"/assets/graphiql.min.js", "/error", "/nothing-here", "/_static/graphiql/3.2.0/graphiql.js",
					"/webjars/react/18.3.1/umd/react.development.js", "/login", "/logout", "/sign-out-everywhere",
					"/SIGN-IN", "/sign-in/", "/sign-in/..%2fgraphiql", "/assets/..%2fconsole.js"))
			.filter(path -> !path.contains("{"))
			.distinct();
	}

	private Browser signedIn(Role role) {
		var browser = this.browsers.open();
		browser.signIn(account(role).email(), PASSWORD);
		return browser;
	}

	private Account account(Role role) {
		return this.accounts.create(Viewer.SYSTEM,
				new CreateAccount.Input(null, UUID.randomUUID() + "@example.org", "Ana", role, PASSWORD));
	}

}
