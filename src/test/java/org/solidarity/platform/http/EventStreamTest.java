package org.solidarity.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.identity.partner.ApiToken;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Http;
import org.solidarity.support.SignedIn;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions as event streams over real HTTP. */
@ApiTest
class EventStreamTest {

	private static final String CHANGED = "subscription ($c: ID!) { endorsementChanged(campaignId: $c) { proceeding { identifier } } }";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Http http;

	@Autowired
	ApiTokens tokens;

	@Autowired
	SignedIn signedIn;

	@Autowired
	MeterRegistry meters;

	Viewer staff;

	String campaign;

	Viewers.Token partner;

	@BeforeEach
	void aCampaignThatIsSharedWithAPartnerGroup() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.partner = this.viewers.token();
		this.campaigning.shareEndorsements(this.campaign, this.partner.viewer());
	}

	private void open(String identifier) {
		String local = this.campaigning.local(this.staff, "Local of " + this.staff.id());
		this.api.ask(this.staff, """
				mutation ($c: ID!, $b: ID!, $i: String) {
				  openProceeding(input: {campaignId: $c, bodyId: $b, identifier: $i, visibility: PARTNER}) {
				    errors { message } } }""", "c", this.campaign, "b", local, "i", identifier).hasUserErrors();
	}

	/** A stream, read line by line. */
	private record Stream(HttpResponse<InputStream> response, BufferedReader lines) implements AutoCloseable {

		String line() throws IOException {
			return this.lines.readLine();
		}

		/** The lines of the next event; of what keeps the stream alive, none. */
		String event() throws IOException {
			String line = line();
			while (line != null && (line.equals(":") || line.isEmpty())) {
				line = line();
			}
			return line == null ? "end" : line + " " + line();
		}

		@Override
		public void close() throws IOException {
			this.response.body().close();
		}

	}

	private Stream listen(String document) throws Exception {
		var body = JsonMapper.shared()
			.writeValueAsString(Map.of("query", document, "variables", Map.of("c", this.campaign)));
		var request = this.http.request(this.partner)
			.header("Content-Type", "application/json")
			.header("Accept", "text/event-stream")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		var response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		return new Stream(response, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
	}

	@Test
	void aStreamBeginsWithASignAndTellsWhatHappens() throws Exception {
		try (var stream = listen(CHANGED)) {
			assertThat(stream.response().statusCode()).isEqualTo(200);
			assertThat(stream.response().headers().firstValue("Content-Type"))
				.hasValue("text/event-stream;charset=utf-8");
			assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(stream.line()).isEqualTo(":");
			open("Résolution 7");
			assertThat(stream.event()).startsWith(
					"event: next data: {\"data\":{\"endorsementChanged\":{\"proceeding\":{\"identifier\":\"Résolution 7\"}}}");
			open("R 8");
			assertThat(stream.event()).contains("R 8");
		}
	}

	@Test
	void aStreamIsKeptAlive() throws Exception {
		try (var stream = listen(CHANGED)) {
			for (int i = 0; i < 3; i++) {
				assertThat(stream.line()).isEqualTo(":");
				assertThat(stream.line()).isEmpty();
			}
		}
	}

	@Test
	void whatIsRefusedIsToldAndEndsTheStream() throws Exception {
		var refusals = Map.of("{ rateLimit { cost } }",
				"Only subscriptions are answered here; send queries and mutations by POST.", "subscription { nothing }",
				"There is no such field.", "subscription { endorsementChanged(campaignId: \"x\") { eventId } }",
				"campaignId is not the id of a campaign.");
		for (var refused : refusals.entrySet()) {
			try (var stream = listen(refused.getKey())) {
				assertThat(stream.event()).startsWith("event: next data: {\"errors\":[{").contains(refused.getValue());
				assertThat(stream.event()).isEqualTo("event: complete data:");
				assertThat(stream.event()).isEqualTo("end");
			}
		}
	}

	@Test
	void aTokenThatIsRevokedEndsTheStream() throws Exception {
		try (var stream = listen(CHANGED)) {
			assertThat(stream.line()).isEqualTo(":");
			this.tokens.revoke(Viewer.SYSTEM, new NodeId(ApiToken.PREFIX, this.partner.viewer().id()));
			assertThat(stream.event()).startsWith("event: next data: {\"errors\":[{").contains("UNAUTHENTICATED");
			assertThat(stream.event()).isEqualTo("event: complete data:");
			assertThat(stream.event()).isEqualTo("end");
		}
	}

	@Test
	void aClientThatGoesAwayLeavesNothingBehind() throws Exception {
		for (int i = 0; i < 50 && gauge("crm.live.connections") > 0; i++) {
			Thread.sleep(100);
		}
		double before = gauge("crm.live.connections");
		double subscriptions = gauge("crm.live.subscriptions");
		var stream = listen(CHANGED);
		stream.line();
		assertThat(gauge("crm.live.connections")).isEqualTo(before + 1);
		assertThat(gauge("crm.live.subscriptions")).isEqualTo(subscriptions + 1);
		assertThat(gauge("crm.live.oldest.event")).isZero();
		stream.close();
		for (int i = 0; i < 50 && gauge("crm.live.connections") > before; i++) {
			Thread.sleep(100);
		}
		assertThat(gauge("crm.live.connections")).isEqualTo(before);
		assertThat(gauge("crm.live.subscriptions")).isEqualTo(subscriptions);
	}

	private double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

	@Test
	void aTokenHasTwentyStreams() throws Exception {
		List<Stream> open = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			open.add(listen(CHANGED));
		}
		try (var more = listen(CHANGED)) {
			assertThat(more.response().statusCode()).isEqualTo(429);
			assertThat(more.line()).contains("\"limit\":\"streams\"");
		}
		for (var stream : open) {
			stream.close();
		}
	}

	@Test
	void nobodyGetsNoStreamAndACookieNeedsItsCsrfToken() {
		String body = "{\"query\": \"subscription { endorsementChanged(campaignId: \\\"x\\\") { eventId } }\"}";
		assertThat(this.http
			.send(this.http.anonymous()
				.timeout(Duration.ofSeconds(5))
				.header("Content-Type", "application/json")
				.header("Accept", "text/event-stream")
				.POST(HttpRequest.BodyPublishers.ofString(body)))
			.status()).isEqualTo(401);
		var browser = this.signedIn.staff().header("Accept", "text/event-stream");
		assertThat(browser.post("/graphql", "application/json", body).statusCode()).isEqualTo(403);
		assertThat(browser.postJson("/graphql", body).body()).contains("event: next", "campaignId is not the id");
	}

}
