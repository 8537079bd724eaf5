package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.console.Chromium.until;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.identity.Permissions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** GraphiQL in a real browser. */
@ApiTest
class GraphiqlBrowserTest {

	@Autowired
	Accounts accounts;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	MeterRegistry meters;

	@LocalServerPort
	int port;

	@TempDir
	Path profile;

	@Test
	void aPersonSignsInAndRunsAnExampleUnderAStrictPolicy() throws IOException {
		String email = UUID.randomUUID() + "@example.org";
		try (var browser = Chromium.open(this.port, this.profile)) {
			var account = this.accounts.create(Viewer.SYSTEM,
					new CreateAccount.Input(null, email, "Ana", Role.STAFF, "lamp river stone 9"));
			browser.get("/graphiql");
			assertThat(browser.isAt("/sign-in")).isTrue();
			browser.picture("sign-in");
			browser.signIn(email, "wrong river stone 9");
			until(() -> browser.has("[role=alert]")
					&& browser.find("[role=alert]").getText().equals("The e-mail address or the password is wrong."));
			browser.signIn(email, "lamp river stone 9");
			until(() -> browser.isAt("/console/bodies"));
			browser.get("/graphiql");
			until(() -> browser.find("#viewer").getText().equals("Ana, staff"));
			until(() -> browser.has(".graphiql-execute-button"));
			assertThat(browser.driver.findElements(By.cssSelector(".graphiql-tab"))).hasSizeGreaterThanOrEqualTo(5);
			browser.find(".graphiql-execute-button").click();
			until(() -> browser.find(".graphiql-response").getText().contains("\"data\""));
			browser.picture("graphiql");
			listens(browser, new Viewer(account.id(), Role.STAFF, null, Permissions.of(Role.STAFF)));
			browser.find("button[aria-label='Show Documentation Explorer']").click();
			until(() -> browser.find(".graphiql-doc-explorer").getText().contains("Query"));
			browser.picture("documentation");
			browser.find("button[aria-label='Open settings dialog']").click();
			until(() -> browser.has(".graphiql-dialog"));
			browser.picture("settings");
			assertThat(browser.complaints()).isEmpty();
			assertThat(browser.requests()).isNotEmpty()
				.allMatch(url -> url.startsWith(browser.server) || url.startsWith("data:"));
			browser.get("/graphiql");
			until(() -> browser.find("#viewer").getText().equals("Ana, staff"));
			browser.find("#sign-out").click();
			until(() -> browser.isAt("/sign-in"));
		}
	}

	/** A subscription shows what happens until it is stopped. */
	private void listens(Chromium browser, Viewer staff) {
		String campaign = this.campaigning.campaign(staff);
		browser.driver.executeScript(
				"document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(arguments[0])",
				"subscription { endorsementChanged(campaignId: \"" + campaign + "\") { proceeding { identifier } } }");
		var subscriptions = this.meters.get("crm.live.subscriptions").gauge();
		browser.find(".graphiql-execute-button").click();
		until(() -> subscriptions.value() == 1);
		for (String identifier : List.of("R 7", "R 8")) {
			this.api.ask(staff, """
					mutation ($c: ID!, $b: ID!, $i: String) {
					  openProceeding(input: {campaignId: $c, bodyId: $b, identifier: $i}) { errors { code } } }""", "c",
					campaign, "b", this.campaigning.local(staff, "Local " + identifier), "i", identifier);
			until(() -> browser.find(".graphiql-response").getText().contains(identifier));
		}
		browser.find(".graphiql-execute-button").click();
		until(() -> subscriptions.value() == 0);
	}

}
