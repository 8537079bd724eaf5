package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.console.Chromium.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.CreateAccount;
import org.solidarity.identity.Permissions;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The console in a real browser, on the screens of a laptop and of a phone. */
@ApiTest
class ConsoleBrowserTest {

	private static final String PASSWORD = "lamp river stone 9";

	@Autowired
	Accounts accounts;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Viewers viewers;

	@LocalServerPort
	int port;

	@TempDir
	Path profile;

	@Test
	void staffFindTheirWayFromSignInUnderAStrictPolicy() throws IOException {
		try (var browser = Chromium.open(this.port, this.profile)) {
			var ana = signIn(browser, Role.STAFF);
			until(() -> browser.isAt("/console/bodies"));
			String campaign = this.campaigning.campaign(ana);
			String local = this.campaigning.local(ana, "Local of the lamp " + UUID.randomUUID());
			this.api.ask(ana, """
					mutation ($c: ID!, $b: ID!) {
					  addTarget(input: {campaignId: $c, bodyId: $b}) { errors { code } }
					  openProceeding(input: {campaignId: $c, bodyId: $b}) { errors { code } } }""", "c", campaign, "b",
					local);
			look(browser, "/console/campaigns/" + campaign + "/overview", "overview");
			look(browser, "/console/campaigns/" + campaign + "/pipeline?view=table", "pipeline-table");
			look(browser, "/console/campaigns/" + campaign + "/pipeline", "pipeline");
			defeat(browser);
			look(browser, "/console/bodies?search=lamp", "bodies");
			look(browser, "/console/bodies/" + local, "body");
			browser.find(".title button:last-of-type").click();
			until(() -> browser.has("dialog[open] #field-region"));
			browser.find("#field-region").sendKeys("-");
			browser.find("dialog [type=submit]").click();
			until(() -> browser.has("#field-region-fault"));
			assertThat(browser.driver.switchTo().activeElement().getAttribute("id")).isEqualTo("field-region");
			accessible(browser);
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void aCoordinatorRecordsAPledgeByKeyboardAndAnArrivalWithoutAConnection() throws IOException {
		try (var browser = Chromium.open(this.port, this.profile)) {
			var staff = this.viewers.staff();
			String campaign = this.campaigning.campaign(staff);
			String name = "Local of the river " + UUID.randomUUID();
			String local = this.campaigning.local(staff, name);
			var coordinator = signIn(browser, Role.COORDINATOR);
			this.campaigning.assign(campaign, coordinator);
			this.api.ask(this.viewers.administrator(), """
					mutation ($a: ID!, $b: ID!) {
					  grantBodies(input: {accountId: $a, bodyIds: [$b], withMembers: true}) { errors { code } } }""",
					"a", new NodeId("acc", coordinator.id()).toString(), "b", local);
			browser.get("/console");
			until(() -> browser.isAt("/console/campaigns/" + campaign + "/pledges"));
			pledge(browser, name);
			look(browser, "/console/campaigns/" + campaign + "/pledges", "pledges");
			look(browser, "/console/campaigns/" + campaign + "/pledges/paste", "paste");
			look(browser, "/console/campaigns/" + campaign + "/actions?view=calendar", "calendar");
			String action = this.api.ask(coordinator, """
					mutation ($c: ID!, $b: ID!) { createAction(input: {campaignId: $c, hostId: $b, kind: RALLY,
					  title: "A rally", schedule: {startDate: "2026-12-01", timeZone: "America/New_York"}}) {
					    action { id } errors { message } } }""", "c", campaign, "b", local)
				.text("/createAction/action/id");
			look(browser, "/console/actions/" + action, "action");
			arrive(browser);
			assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_INTERNET_DISCONNECTED"));
		}
	}

	/** From the button on, without a mouse. */
	private static void pledge(Chromium browser, String body) {
		until(() -> browser.has("main button.primary"));
		browser.find("main button.primary").sendKeys(Keys.ENTER);
		until(() -> browser.has("dialog #field-bodyId"));
		browser.driver.switchTo().activeElement().sendKeys(body);
		until(() -> browser.has("dialog [role=option]"));
		browser.driver.switchTo().activeElement().sendKeys(Keys.ENTER);
		browser.driver.switchTo().activeElement().sendKeys(Keys.TAB, Keys.TAB);
		browser.find("#field-amount").sendKeys("1250.50", Keys.ENTER);
		until(() -> !browser.has("dialog") && browser.find("main").getText().contains("1,250.50"));
	}

	/**
	 * The arrival is kept while there is no connection, and counts once when there is
	 * one.
	 */
	private static void arrive(Chromium browser) {
		browser.offline(true);
		browser.find("main button.primary").click();
		until(() -> browser.has("dialog [type=submit]"));
		browser.find("dialog [type=submit]").click();
		until(() -> browser.find(".notice").getText().contains("1 check-in waits"));
		browser.offline(false);
		until(() -> !browser.has(".notice")
				&& browser.driver.findElements(By.cssSelector(".figure strong")).get(1).getText().equals("1"));
	}

	@Test
	void anAdministratorSeesAccountsAndPartners() throws IOException {
		try (var browser = Chromium.open(this.port, this.profile)) {
			signIn(browser, Role.ADMINISTRATOR);
			until(() -> browser.isAt("/console/accounts"));
			look(browser, "/console/accounts", "accounts");
			look(browser, "/console/partners", "partners");
			browser.find(".foot select").sendKeys("español");
			until(() -> browser.find("h1").getText().equals("Grupos asociados"));
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void aListOfManyRowsIsOneRequest() {
		try (var browser = Chromium.open(this.port, this.profile)) {
			var ana = signIn(browser, Role.STAFF);
			String word = "Row" + UUID.randomUUID().toString().replace("-", "");
			for (int i = 0; i < 20; i++) {
				this.campaigning.local(ana, word + " " + i);
			}
			until(() -> browser.has("main table"));
			browser.requests();
			browser.find("input[type=search]").sendKeys(word);
			until(() -> browser.find("main").getText().contains(word + " 7"));
			assertThat(browser.requests().stream().filter(url -> url.endsWith("/graphql"))).hasSizeLessThanOrEqualTo(2);
		}
	}

	/** Moves the one card of the board, which asks for a reason. */
	private static void defeat(Chromium browser) throws IOException {
		browser.find(".ticket button").click();
		until(() -> browser.has(".choices"));
		browser.driver.findElement(By.xpath("//button[text()='Defeated']")).click();
		until(() -> browser.has("#field-event-reason"));
		browser.find("dialog [type=submit]").click();
		until(() -> browser.has("#field-event-reason-fault"));
		accessible(browser);
		browser.find("#field-event-reason").sendKeys("It was not reached.");
		browser.find("dialog [type=submit]").click();
		until(() -> !browser.has("dialog") && browser.find(".ticket .badge").getText().equals("Defeated"));
		browser.find(".ticket a").click();
		until(() -> browser.find(".timeline").getText().contains("It was not reached."));
		accessible(browser);
	}

	private Viewer signIn(Chromium browser, Role role) {
		String email = UUID.randomUUID() + "@example.org";
		var account = this.accounts.create(Viewer.SYSTEM, new CreateAccount.Input(null, email, "Ana", role, PASSWORD));
		browser.get("/console");
		browser.signIn(email, PASSWORD);
		until(() -> browser.has("main h1"));
		return new Viewer(account.id(), role, null, Permissions.of(role));
	}

	/**
	 * Opens a page at both widths, and sees that it is whole and can be used by everyone.
	 */
	private void look(Chromium browser, String path, String name) throws IOException {
		browser.get(path);
		until(() -> browser.has("main h1") && !browser.has(".progress"));
		browser.picture("console-" + name);
		for (int width : new int[] { 390, 1280 }) {
			browser.width(width);
			assertThat(browser.driver
				.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
				.as("what stands out of %s at %s", path, width)
				.isEqualTo(0L);
			accessible(browser);
		}
	}

	/** Axe finds nothing on the page. */
	private static void accessible(Chromium browser) throws IOException {
		browser.driver.executeScript(
				new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8) + "; window.axe = axe");
		var found = browser.driver.executeAsyncScript("""
				const tell = arguments[0];
				axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
					.then(result => tell(result.violations.map(fault => fault.id + ': '
						+ fault.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))))
					.catch(failure => tell([String(failure)]))""");
		assertThat((List<?>) found).isEmpty();
	}

}
