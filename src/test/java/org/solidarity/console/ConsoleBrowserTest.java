package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages in a real browser, where one is installed; pictures go to target/screenshots.
 */
@ApiTest
class ConsoleBrowserTest {

	static final File BROWSER = new File("/usr/bin/chromium");

	static final File DRIVER = new File("/usr/bin/chromedriver");

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
		if (!BROWSER.exists() || !DRIVER.exists()) {
			System.out.println("ConsoleBrowserTest is skipped: install the packages chromium and chromium-driver.");
		}
		assumeTrue(BROWSER.exists() && DRIVER.exists(), "no browser is installed");
		String email = UUID.randomUUID() + "@example.org";
		var account = this.accounts.create(Viewer.SYSTEM,
				new CreateAccount.Input(null, email, "Ana", Role.STAFF, "lamp river stone 9"));
		String server = "http://127.0.0.1:" + this.port;
		var browser = open();
		try {
			browser.get(server + "/graphiql");
			assertThat(browser.getCurrentUrl()).isEqualTo(server + "/sign-in");
			picture(browser, "sign-in");
			signIn(browser, email, "wrong river stone 9");
			until(() -> !browser.findElements(By.cssSelector("[role=alert]")).isEmpty());
			assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
				.isEqualTo("The e-mail address or the password is wrong.");
			signIn(browser, email, "lamp river stone 9");
			until(() -> browser.getCurrentUrl().equals(server + "/graphiql"));
			until(() -> browser.findElement(By.id("viewer")).getText().equals("Ana, staff"));
			until(() -> !browser.findElements(By.cssSelector(".graphiql-execute-button")).isEmpty());
			assertThat(browser.findElements(By.cssSelector(".graphiql-tab"))).hasSizeGreaterThanOrEqualTo(5);
			browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
			until(() -> browser.findElement(By.cssSelector(".graphiql-response")).getText().contains("\"data\""));
			picture(browser, "graphiql");
			listens(browser, new Viewer(account.id(), Role.STAFF, null, Permissions.of(Role.STAFF)));
			browser.findElement(By.cssSelector("button[aria-label='Show Documentation Explorer']")).click();
			until(() -> browser.findElement(By.cssSelector(".graphiql-doc-explorer")).getText().contains("Query"));
			picture(browser, "documentation");
			browser.findElement(By.cssSelector("button[aria-label='Open settings dialog']")).click();
			until(() -> !browser.findElements(By.cssSelector(".graphiql-dialog")).isEmpty());
			picture(browser, "settings");
			assertThat(complaints(browser)).isEmpty();
			assertThat(requests(browser)).isNotEmpty()
				.allMatch(url -> url.startsWith(server) || url.startsWith("data:"));
			browser.get(server + "/graphiql");
			until(() -> browser.findElement(By.id("viewer")).getText().equals("Ana, staff"));
			browser.findElement(By.id("sign-out")).click();
			until(() -> browser.getCurrentUrl().equals(server + "/sign-in"));
		}
		finally {
			browser.quit();
		}
	}

	/** A subscription shows what happens until it is stopped. */
	private void listens(ChromeDriver browser, Viewer staff) {
		String campaign = this.campaigning.campaign(staff);
		browser.executeScript(
				"document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(arguments[0])",
				"subscription { endorsementChanged(campaignId: \"" + campaign + "\") { proceeding { identifier } } }");
		var subscriptions = this.meters.get("crm.live.subscriptions").gauge();
		browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
		until(() -> subscriptions.value() == 1);
		for (String identifier : List.of("R 7", "R 8")) {
			this.api.ask(staff, """
					mutation ($c: ID!, $b: ID!, $i: String) {
					  openProceeding(input: {campaignId: $c, bodyId: $b, identifier: $i}) { errors { code } } }""", "c",
					campaign, "b", this.campaigning.local(staff, "Local " + identifier), "i", identifier);
			until(() -> browser.findElement(By.cssSelector(".graphiql-response")).getText().contains(identifier));
		}
		browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
		until(() -> subscriptions.value() == 0);
	}

	private ChromeDriver open() {
		var logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		var options = new ChromeOptions();
		options.setBinary(BROWSER);
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + this.profile, "--window-size=1280,800");
		options.setCapability("goog:loggingPrefs", logs);
		return new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build(), options);
	}

	private static void signIn(ChromeDriver browser, String email, String password) {
		browser.findElement(By.id("email")).sendKeys(email);
		browser.findElement(By.id("password")).sendKeys(password);
		browser.findElement(By.cssSelector("button[type=submit]")).click();
	}

	/** What the console shows beyond the refused sign-in. */
	private static List<String> complaints(ChromeDriver browser) {
		return browser.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.filter(message -> !message.contains("/sign-in - Failed to load resource"))
			.toList();
	}

	/** What the pages asked for; the browser begins with one of its own. */
	private static List<String> requests(ChromeDriver browser) {
		List<String> urls = new ArrayList<>();
		for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
			var message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
			if (message.get("method").asString().equals("Network.requestWillBeSent")) {
				urls.add(message.at("/params/request/url").asString());
			}
		}
		urls.removeIf(url -> url.startsWith("chrome://"));
		return urls;
	}

	private static void picture(ChromeDriver browser, String name) throws IOException {
		var folder = Files.createDirectories(Path.of("target/screenshots"));
		for (int width : new int[] { 390, 1280 }) {
			browser.manage().window().setSize(new Dimension(width, width == 390 ? 844 : 800));
			Files.write(folder.resolve(name + "-" + width + ".png"), browser.getScreenshotAs(OutputType.BYTES));
		}
	}

	/** A page that is still being built does not hold yet. */
	private static boolean now(BooleanSupplier holds) {
		try {
			return holds.getAsBoolean();
		}
		catch (NoSuchElementException | StaleElementReferenceException ex) {
			return false;
		}
	}

	private static void until(BooleanSupplier holds) {
		Instant end = Instant.now().plus(Duration.ofSeconds(60));
		while (!now(holds)) {
			assertThat(Instant.now()).isBefore(end);
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
