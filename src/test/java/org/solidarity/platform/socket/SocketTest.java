package org.solidarity.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.solidarity.support.Browser;
import org.solidarity.support.Campaigning;
import org.solidarity.support.SignedIn;
import org.solidarity.support.Sockets;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The protocol graphql-transport-ws over real WebSockets, and what of it is refused. */
@ApiTest
class SocketTest {

	private static final String CHANGED = "subscription ($c: ID!) { endorsementChanged(campaignId: $c) { proceeding { identifier } } }";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Sockets sockets;

	@Autowired
	ApiTokens tokens;

	@Autowired
	SignedIn signedIn;

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

	@Test
	void aTokenInTheFirstMessageLetsIn() {
		String secret = this.partner.secret();
		for (Map<String, Object> payload : List.<Map<String, Object>>of(Map.of("token", secret),
				Map.of("authorization", "bearer " + secret), Map.of("Authorization", "Bearer " + secret))) {
			try (var client = this.sockets.open().init(payload).isLetIn()) {
				client.subscribe("1", CHANGED, "c", this.campaign);
				open("R 1");
				assertThat(client.answer("1").toString()).startsWith(
						"{\"data\":{\"endorsementChanged\":{\"proceeding\":{\"identifier\":\"R 1\"}}},\"extensions\":{\"cost\"");
				client.send("{\"id\":\"1\",\"type\":\"complete\"}");
				client.subscribe("2", CHANGED, "c", this.campaign);
				open("R 2");
				client.answer("2");
				client.isSilent();
			}
		}
	}

	@Test
	void whoeverIsNotKnownIsClosedOut() {
		assertThat(this.sockets.open().init(Map.of()).reason()).isEqualTo("4403 Forbidden");
		assertThat(this.sockets.open().init(Map.of("token", "crm_x")).reason()).isEqualTo("4403 Forbidden");
		assertThat(this.sockets.open().ask("1", CHANGED, "c", this.campaign).reason()).isEqualTo("4401 Unauthorized");
		assertThat(this.sockets.open().reason()).isEqualTo("4408 Connection initialisation timeout");
	}

	@Test
	void aTokenInTheAddressIsNone() {
		var client = this.sockets
			.connect("?token=" + this.partner.secret() + "&access_token=" + this.partner.secret(),
					"graphql-transport-ws")
			.join();
		assertThat(client.init(Map.of()).reason()).isEqualTo("4403 Forbidden");
	}

	@Test
	void aWrongTokenInTheHeaderIsNotLetIn() {
		assertThatThrownBy(() -> this.sockets.open("Authorization", "Bearer crm_x")).rootCause()
			.hasMessageContaining("401");
		try (var client = this.sockets.open("Authorization", "Bearer " + this.partner.secret())) {
			client.init(Map.of()).isLetIn();
		}
	}

	@Test
	void whatIsNotTheProtocolIsClosed() {
		assertThat(this.sockets.connect("", "").join().reason()).isEqualTo("4406 Subprotocol not acceptable");
		for (String wrong : List.of("", "{", "[]", "{}", "{\"type\":\"start\"}", "{\"type\":1}",
				"{\"type\":\"ping\",\"payload\":[]}", "{\"type\":\"complete\"}", "{\"type\":\"ping\",\"id\":\"\"}",
				"{\"type\":\"ping\",\"payload\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
			assertThat(this.sockets.of(this.partner).send(wrong).reason()).as(wrong).isEqualTo("4400 Invalid message");
		}
		assertThat(this.sockets.of(this.partner).init(Map.of()).reason())
			.isEqualTo("4429 Too many initialisation requests");
		assertThat(this.sockets.of(this.partner).send("{\"type\":\"subscribe\",\"id\":\"1\"}").reason())
			.isEqualTo("4400 Invalid message");
		var twice = this.sockets.of(this.partner).subscribe("1", CHANGED, "c", this.campaign);
		assertThat(twice.ask("1", CHANGED, "c", this.campaign).reason()).isEqualTo("4409 Subscriber already exists");
	}

	@Test
	void aMessageThatIsTooLargeIsClosed() {
		String large = "x".repeat(70_000);
		assertThat(this.sockets.of(this.partner).ask("1", large).reason()).startsWith("1009");
		assertThat(this.sockets.of(this.partner).ask("1", "é".repeat(40_000)).reason()).startsWith("1009");
	}

	@Test
	void aTokenHasTenSocketsAndASocketFiftySubscriptions() {
		List<Sockets.Client> open = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			open.add(this.sockets.of(this.partner));
		}
		assertThat(this.sockets.open().init(Map.of("token", this.partner.secret())).reason())
			.isEqualTo("4429 Too many sockets");
		open.removeLast().close();
		for (int i = 0; i < 50; i++) {
			open.getFirst().subscribe("s" + i, CHANGED, "c", this.campaign);
		}
		var refused = open.getFirst().ask("more", CHANGED, "c", this.campaign).error("more").get("extensions");
		assertThat(refused).isEqualTo(JsonMapper.shared().readTree("""
				{"code": "LIMIT_EXCEEDED", "limit": "subscriptions", "asked": 51, "allowed": 50}"""));
		open.forEach(Sockets.Client::close);
		try (var again = this.sockets.of(this.partner)) {
			again.subscribe("1", CHANGED, "c", this.campaign);
		}
	}

	@Test
	void anAddressHasTenSocketsThatHaveNotSaidWhoTheyAre() {
		List<Sockets.Client> open = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			open.add(this.sockets.open());
		}
		assertThat(this.sockets.open().reason()).isEqualTo("4429 Too many sockets");
		open.getFirst().init(Map.of("token", this.partner.secret())).isLetIn();
		this.sockets.of(this.partner).close();
		open.forEach(Sockets.Client::close);
	}

	@Test
	void aPageOfAnotherSiteIsRefusedWhateverItBrings() {
		var browser = this.signedIn.staff();
		String cookie = "crm_session=" + browser.cookies.get("crm_session");
		for (String origin : List.of("https://evil.example", "http://127.0.0.1:1", "null")) {
			assertThatThrownBy(() -> this.sockets.open("Origin", origin, "Cookie", cookie)).rootCause()
				.hasMessageContaining("403");
			assertThatThrownBy(
					() -> this.sockets.open("Origin", origin, "Authorization", "Bearer " + this.partner.secret()))
				.rootCause()
				.hasMessageContaining("403");
		}
		assertThat(this.sockets.open("Cookie", cookie).init(Map.of()).reason()).isEqualTo("4403 Forbidden");
	}

	@Test
	void aSessionListensUntilItEnds() {
		Browser browser = this.signedIn.staff();
		String cookie = "crm_session=" + browser.cookies.get("crm_session");
		var client = this.sockets.open("Origin", this.sockets.origin(), "Cookie", cookie).init(Map.of()).isLetIn();
		assertThat(client.ask("1", CHANGED, "c", this.campaign).error("1").at("/message").asString())
			.isEqualTo("campaignId is not the id of a campaign.");
		assertThat(browser.postJson("/sign-out", "").statusCode()).isEqualTo(204);
		assertThat(client.reason()).isEqualTo("4403 Forbidden");
	}

	@Test
	void aTokenThatIsRevokedIsToldNothingMoreAndClosedOut() {
		var client = this.sockets.of(this.partner).subscribe("1", CHANGED, "c", this.campaign);
		open("before");
		client.answer("1");
		this.tokens.revoke(Viewer.SYSTEM, new NodeId(ApiToken.PREFIX, this.partner.viewer().id()));
		open("after");
		assertThat(client.reason()).isEqualTo("4403 Forbidden");
		client.isSilent();
	}

	@Test
	void onlySubscriptionsWithinTheLimitsAreAnswered() {
		try (var client = this.sockets.of(this.partner)) {
			assertThat(client.ask("1", "{ rateLimit { cost } }").error("1").at("/message").asString())
				.isEqualTo("Only subscriptions are answered here; send queries and mutations by POST.");
			assertThat(client.ask("1", "mutation { a: revokeApiToken(input: {id: \"x\"}) { errors { code } } }")
				.error("1")
				.at("/extensions/code")
				.asString()).isEqualTo("BAD_USER_INPUT");
			assertThat(client.ask("1", "subscription { nothing }").error("1").at("/message").asString())
				.startsWith("There is no such field.");
			assertThat(client
				.ask("1", CHANGED.replace(" { proceeding", " @skip(if: true) { proceeding"), "c", this.campaign)
				.error("1")
				.at("/message")
				.asString()).isEqualTo("The root of a subscription has no directives.");
			assertThat(client.ask("1",
					"subscription { ...F } fragment F on Subscription { ... { totalsChanged(campaignId: \"x\") @skip(if: true) { occurredAt } } }")
				.error("1")
				.at("/message")
				.asString()).isEqualTo("The root of a subscription has no directives.");
			assertThat(client.ask("1", "subscription {").error("1").at("/message").asString())
				.isEqualTo("The document has a syntax error.");
			String deep = "{ proceeding { body { " + "names { ".repeat(15) + "id " + "} ".repeat(15) + " } } }";
			assertThat(client
				.ask("1", "subscription ($c: ID!) { endorsementChanged(campaignId: $c) " + deep + "}", "c",
						this.campaign)
				.error("1")
				.at("/extensions/limit")
				.asString()).isEqualTo("depth");
			String dear = "{ proceeding { campaign { proceedings(first: 100) { nodes { body { proceedings(first: 100) { nodes { id } } } } } } } }";
			assertThat(client
				.ask("1", "subscription ($c: ID!) { endorsementChanged(campaignId: $c) " + dear + "}", "c",
						this.campaign)
				.error("1")
				.at("/extensions/limit")
				.asString()).isEqualTo("nodes");
			client.subscribe("1", CHANGED, "c", this.campaign);
		}
	}

	@Test
	void aSubscriptionByPostIsToldWhereItBelongs() {
		this.api.ask(this.staff, CHANGED, "c", this.campaign).isRefused("BAD_USER_INPUT");
	}

	/** The client answers pings of the WebSocket itself, and so is kept. */
	@Test
	void aSilentConnectionIsKeptWhileItsClientIsThere() throws Exception {
		try (var client = this.sockets.of(this.partner)) {
			Thread.sleep(3000);
			client.subscribe("1", CHANGED, "c", this.campaign);
		}
	}

}
