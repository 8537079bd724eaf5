package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.json.JsonMapper;

/** A real browser, where one is installed; pictures go to target/screenshots. */
final class Chromium implements AutoCloseable {

	private static final File BROWSER = new File("/usr/bin/chromium");

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	final ChromeDriver driver;

	final String server;

	private Chromium(ChromeDriver driver, String server) {
		this.driver = driver;
		this.server = server;
	}

	static Chromium open(int port, Path profile) {
		if (!BROWSER.exists() || !DRIVER.exists()) {
			System.out
				.println("The tests in a browser are skipped: install the packages chromium and chromium-driver.");
		}
		assumeTrue(BROWSER.exists() && DRIVER.exists(), "no browser is installed");
		var logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		var options = new ChromeOptions();
		options.setBinary(BROWSER);
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--lang=en-US", "--user-data-dir=" + profile, "--window-size=1280,800");
		options.setCapability("goog:loggingPrefs", logs);
		return new Chromium(new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build(), options),
				"http://127.0.0.1:" + port);
	}

	void get(String path) {
		this.driver.get(this.server + path);
	}

	boolean isAt(String path) {
		return this.driver.getCurrentUrl().equals(this.server + path);
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	boolean has(String selector) {
		return !this.driver.findElements(By.cssSelector(selector)).isEmpty();
	}

	void signIn(String email, String password) {
		find("#email").sendKeys(email);
		find("#password").sendKeys(password);
		find("button[type=submit]").click();
	}

	void width(int width) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", (width < 600) ? 844 : 800, "deviceScaleFactor", 1, "mobile", false));
	}

	/** Cuts the network, or mends it. */
	void offline(boolean offline) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

	/** What the console shows beyond the refused sign-in. */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.filter(message -> !message.contains("/sign-in - Failed to load resource"))
			.toList();
	}

	/**
	 * What was asked for since this was called last; the browser begins with one of its
	 * own.
	 */
	List<String> requests() {
		List<String> urls = new ArrayList<>();
		for (LogEntry entry : this.driver.manage().logs().get(LogType.PERFORMANCE)) {
			var message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
			if (message.get("method").asString().equals("Network.requestWillBeSent")) {
				urls.add(message.at("/params/request/url").asString());
			}
		}
		urls.removeIf(url -> url.startsWith("chrome://"));
		return urls;
	}

	/** At the width of a phone and of a laptop, and that of a laptop stays. */
	void picture(String name) throws IOException {
		var folder = Files.createDirectories(Path.of("target/screenshots"));
		for (int width : new int[] { 390, 1280 }) {
			width(width);
			Files.write(folder.resolve(name + "-" + width + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
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

	static void until(BooleanSupplier holds) {
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

	@Override
	public void close() {
		this.driver.quit();
	}

}
