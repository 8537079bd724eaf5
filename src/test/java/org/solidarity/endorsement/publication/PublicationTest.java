package org.solidarity.endorsement.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class PublicationTest {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0 };

	private static final String LIST = """
			query ($s: String!) { publicEndorserList(slug: $s) { slug title byKind { kind count }
			  endorsers { totalCount nodes { name acronym kind country region endorsedOn quote { text speaker language }
			    logo { alternativeText } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Http http;

	@Autowired
	Walls walls;

	Viewer staff;

	String campaign;

	String slug;

	@BeforeEach
	void anOpenList() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.slug = "list-" + UUID.randomUUID();
		publish(this.campaign, this.slug).hasUserErrors();
	}

	private Answer publish(String of, String at) {
		return this.api.ask(this.staff,
				"""
						mutation ($c: ID!, $s: String!) { publishEndorsers(input: {campaignId: $c, slug: $s, title: "Who stands <with> us"}) {
						  list { id version open path } errors { code message path } } }""",
				"c", of, "s", at);
	}

	private String endorser(String name, String visibility, String proceeding, String evidence) {
		String body = this.campaigning.body(this.staff, "LOCAL_UNION", name, "US-NY", visibility);
		var opened = this.api.ask(this.staff,
				"""
						mutation ($c: ID!, $b: ID!, $v: Visibility) { openProceeding(input: {campaignId: $c, bodyId: $b, visibility: $v}) {
						  proceeding { id version } } }""",
				"c", this.campaign, "b", body, "v", proceeding);
		this.api.ask(this.staff,
				"""
						mutation ($p: ID!, $v: Int!, $e: Evidence!) { adoptResolution(input: {proceedingId: $p, expectedVersion: $v,
						  decisionBody: MEMBERSHIP, event: {happenedOn: "2025-06-09", evidence: $e}}) { errors { code message path } } }""",
				"p", opened.text("/openProceeding/proceeding/id"), "v",
				opened.at("/openProceeding/proceeding/version").asInt(), "e", evidence)
			.hasUserErrors();
		return body;
	}

	private String quote(String body, String words) {
		return this.api
			.ask(this.staff,
					"""
							mutation ($c: ID!, $b: ID!, $q: String!) { recordEndorserQuote(input: {campaignId: $c, bodyId: $b, quote: $q,
							  speaker: "A. Speaker", language: "en"}) { material { id permitted } } }""",
					"c", this.campaign, "b", body, "q", words)
			.text("/recordEndorserQuote/material/id");
	}

	private Answer permit(String body, String material, String decision) {
		return this.api.ask(this.staff,
				"""
						mutation ($c: ID!, $b: ID!, $m: ID, $d: ListingDecision!) { recordListingPermission(input: {campaignId: $c, bodyId: $b,
						  materialId: $m, decision: $d, givenBy: "Its secretary"}) { permission { decision } errors { code path } } }""",
				"c", this.campaign, "b", body, "m", material, "d", decision);
	}

	private Http.Reply get(String rest) {
		return this.http.send(this.http.anonymous("/public/endorsers/" + this.slug + rest));
	}

	private Http.Reply ask(String document) {
		return this.http.send(this.http.anonymous()
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(BodyPublishers.ofString(JsonMapper.shared()
				.writeValueAsString(Map.of("query", document, "variables", Map.of("s", this.slug))))));
	}

	@Test
	void onlyWhatIsPublicAndConfirmedIsShown() {
		endorser("Shown Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		endorser("Documented Local", "PUBLIC", "PUBLIC", "DOCUMENTED");
		endorser("Rumoured Local", "PUBLIC", "PUBLIC", "REPORTED");
		endorser("Quiet Local", "PARTNER", "PUBLIC", "CONFIRMED");
		endorser("Discreet Local", "PUBLIC", "PARTNER", "CONFIRMED");
		var reply = ask(LIST);
		assertThat(reply.status()).isEqualTo(200);
		new Answer(reply.json())
			.is("""
					{publicEndorserList: {slug: '%s', title: 'Who stands <with> us', byKind: [{kind: 'LOCAL_UNION', count: 2}],
					  endorsers: {totalCount: 2, nodes: [
					    {name: 'Documented Local', acronym: null, kind: 'LOCAL_UNION', country: 'US', region: 'US-NY',
					      endorsedOn: '2025-06-09', quote: null, logo: null},
					    {name: 'Shown Local', acronym: null, kind: 'LOCAL_UNION', country: 'US', region: 'US-NY',
					      endorsedOn: '2025-06-09', quote: null, logo: null}]}}}"""
				.formatted(this.slug));
		assertThat(
				this.api.ask(this.staff, LIST, "s", this.slug).at("/publicEndorserList/endorsers/totalCount").asInt())
			.isEqualTo(2);
	}

	@Test
	void whoHasNotSignedInMayAskForNothingElse() {
		for (String document : new String[] { "{ __typename }", "{ bodies { totalCount } }",
				"{ __schema { types { name } } }", "{ nothingLikeThis }", "mutation { signOut }",
				"query A { bodies { totalCount } }",
				"query ($s: String!) { publicEndorserList(slug: $s) { title } bodies { totalCount } }",
				"query ($s: String!) { publicEndorserList(slug: $s) { title } ...F } fragment F on Query { bodies { totalCount } }",
				"query ($s: String!) { ... on Query { bodies { totalCount } publicEndorserList(slug: $s) { title } } }" }) {
			var reply = ask(document);
			assertThat(reply.status()).as(document).isEqualTo(401);
			assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
			assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
			assertThat(reply.text()).doesNotContain("bodies", "nothingLikeThis");
		}
		this.http.ask("{ bodies(first: 1) { totalCount } }");
		assertThat(ask("{ bodies(first: 1) { totalCount } }").status()).isEqualTo(401);
	}

	@Test
	void aQuoteIsShownOnlyWhileItIsPermitted() {
		String body = endorser("Quoted Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		String first = quote(body, "We stand together");
		assertThat(get(".json").json().at("/endorsers/0/quote").isNull()).isTrue();
		permit(body, first, "GIVEN").hasUserErrors();
		assertThat(get(".json").json().at("/endorsers/0/quote/text").asString()).isEqualTo("We stand together");
		String second = quote(body, "Nothing about us without us");
		assertThat(get(".json").json().at("/endorsers/0/quote/text").asString()).isEqualTo("We stand together");
		permit(body, second, "GIVEN").hasUserErrors();
		assertThat(get(".json").json().at("/endorsers/0/quote/text").asString())
			.isEqualTo("Nothing about us without us");
		permit(body, second, "WITHDRAWN").hasUserErrors();
		permit(body, first, "WITHDRAWN").hasUserErrors();
		assertThat(get(".json").json().at("/endorsers/0/quote").isNull()).isTrue();
		String other = endorser("Other Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		permit(other, first, "GIVEN").hasUserErrors("NOT_FOUND input.materialId");
	}

	@Test
	void aLogoIsAPictureAndGoneWithItsPermission() {
		String body = endorser("Signed Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		var record = """
				mutation ($c: ID!, $b: ID!, $i: String!) { recordEndorserLogo(input: {campaignId: $c, bodyId: $b, image: $i,
				  alternativeText: "Two hands"}) { material { id mediaType } errors { code message path } } }""";
		this.api
			.ask(this.staff, record, "c", this.campaign, "b", body, "i",
					Base64.getEncoder().encodeToString("<svg onload='x'/>".getBytes()))
			.hasUserErrors("INVALID input.image");
		this.api.ask(this.staff, record, "c", this.campaign, "b", body, "i", "***")
			.hasUserErrors("INVALID input.image");
		this.api
			.ask(this.staff, record, "c", this.campaign, "b", body, "i",
					Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(PNG, 100 * 1024 + 1)))
			.hasUserErrors("TOO_LONG input.image");
		var logo = this.api.ask(this.staff, record, "c", this.campaign, "b", body, "i",
				Base64.getEncoder().encodeToString(PNG));
		assertThat(logo.text("/recordEndorserLogo/material/mediaType")).isEqualTo("image/png");
		String material = logo.text("/recordEndorserLogo/material/id");
		String path = "/logos/" + Campaigning.uuid(material);
		assertThat(get(path).status()).isEqualTo(404);
		permit(body, material, "GIVEN").hasUserErrors();
		assertThat(get(path).response().body()).isEqualTo(PNG);
		assertThat(get(path).header("Content-Type")).isEqualTo("image/png");
		assertThat(get("").text())
			.contains("<img src=\"/public/endorsers/" + this.slug + path + "\" alt=\"Two hands\">");
		permit(body, material, "WITHDRAWN").hasUserErrors();
		assertThat(get(path).status()).isEqualTo(404);
		assertThat(get("").text()).doesNotContain("<img");
	}

	@Test
	void aRemovalShowsAtOnceAlsoToWhoKeptTheAnswer() {
		String body = endorser("Shy Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		var before = get(".json");
		assertThat(before.header("Cache-Control")).isEqualTo("no-cache, public");
		assertThat(before.json().at("/total").asInt()).isEqualTo(1);
		assertThat(again(before.header("ETag")).status()).isEqualTo(304);
		permit(body, null, "WITHDRAWN").hasUserErrors();
		var after = again(before.header("ETag"));
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.json().at("/total").asInt()).isZero();
		permit(body, null, "GIVEN").hasUserErrors();
		assertThat(get(".json").json().at("/total").asInt()).isEqualTo(1);
	}

	private Http.Reply again(String tag) {
		return this.http
			.send(this.http.anonymous("/public/endorsers/" + this.slug + ".json").header("If-None-Match", tag));
	}

	@Test
	void aListThatIsClosedIsNotThere() {
		endorser("Closed Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		var list = this.api.ask(this.staff,
				"query ($c: ID!) { node(id: $c) { ... on Campaign { endorserList { id version } } } }", "c",
				this.campaign);
		var close = "mutation ($l: ID!, $v: Int!) { unpublishEndorsers(input: {id: $l, expectedVersion: $v}) { list { open } errors { code path } } }";
		String id = list.text("/node/endorserList/id");
		int version = list.at("/node/endorserList/version").asInt();
		this.api.ask(this.viewers.coordinator(), close, "l", id, "v", version).isRefused("FORBIDDEN");
		this.api.ask(this.viewers.staff(), close, "l", id, "v", version).hasUserErrors("NOT_FOUND input.id");
		this.api.ask(this.staff, close, "l", id, "v", version + 1).isRefused("CONFLICT");
		this.api.ask(this.staff, close, "l", id, "v", version).hasUserErrors();
		assertThat(get("").status()).isEqualTo(404);
		assertThat(get(".csv").status()).isEqualTo(404);
		new Answer(ask(LIST).json()).is("{publicEndorserList: null}");
		publish(this.campaign, this.slug).hasUserErrors();
		assertThat(get("").status()).isEqualTo(200);
	}

	@Test
	void aDateIsToldNoMoreExactlyThanItIsKnown() {
		adopt("Day Local", "happenedOn: \"2025-06-09\"");
		adopt("Month Local", "happenedOn: \"2025-06-09\", precision: MONTH");
		adopt("Nobody knows Local", "precision: UNKNOWN, sourceName: \"A list\"");
		adopt("Year Local", "happenedOn: \"2024-01-01\", precision: YEAR");
		assertThat(get(".json").json().get("endorsers")).extracting(endorser -> endorser.get("endorsedOn").asString(""))
			.containsExactly("2025-06-09", "2025-06", "", "2024");
		assertThat(get("").text()).contains("US-NY · since June 9, 2025<", "US-NY · since June 2025<", "US-NY<",
				"US-NY · since 2024<");
		assertThat(get("?language=es").text()).contains("desde junio de 2025<", "desde 2024<");
		assertThat(get(".csv").text()).contains("US-NY,2025-06,,", "US-NY,,,", "US-NY,2024,,");
	}

	private void adopt(String name, String when) {
		String body = this.campaigning.body(this.staff, "LOCAL_UNION", name, "US-NY", "PUBLIC");
		var opened = this.api.ask(this.staff, """
				mutation ($c: ID!, $b: ID!) { openProceeding(input: {campaignId: $c, bodyId: $b, visibility: PUBLIC}) {
				  proceeding { id version } } }""", "c", this.campaign, "b", body);
		this.api
			.ask(this.staff,
					"mutation ($p: ID!, $v: Int!) { adoptResolution(input: {proceedingId: $p, expectedVersion: $v, "
							+ "decisionBody: MEMBERSHIP, event: {evidence: CONFIRMED, " + when
							+ "}}) { errors { code message path } } }",
					"p", opened.text("/openProceeding/proceeding/id"), "v",
					opened.at("/openProceeding/proceeding/version").asInt())
			.hasUserErrors();
	}

	@Test
	void aSlugIsAWordAndOfOneList() {
		String other = this.campaigning.campaign(this.staff);
		publish(other, this.slug).hasUserErrors("TAKEN input.slug");
		publish(other, "Not A Word").hasUserErrors("INVALID input.slug");
		publish(other, "x").hasUserErrors("OUT_OF_RANGE input.slug");
	}

	@Test
	void thePageMayBeShownInAFrameAndHasNoScript() {
		String body = endorser("<script>alert(1)</script> & Sons", "PUBLIC", "PUBLIC", "CONFIRMED");
		permit(body, quote(body, "\"><img src=x>"), "GIVEN").hasUserErrors();
		var page = get("");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors *")
			.doesNotContain("unsafe", "script-src");
		assertThat(page.header("X-Frame-Options")).isEmpty();
		assertThat(page.text())
			.contains("Who stands &lt;with&gt; us", "&lt;script&gt;", "One organization has endorsed")
			.doesNotContain("<script", "<img");
		assertThat(get("?language=es").text()).contains("Una organización ha dado su apoyo",
				"desde el 9 de junio de 2025");
		assertThat(this.http.send(this.http.anonymous("/sign-in")).header("X-Frame-Options")).isEqualTo("DENY");
	}

	@Test
	void aSpreadsheetTakesNothingForAFormula() {
		String body = endorser("=HYPERLINK(\"http://x\")", "PUBLIC", "PUBLIC", "CONFIRMED");
		permit(body, quote(body, "-1, \"two\"\nlines"), "GIVEN").hasUserErrors();
		assertThat(get(".csv").text()).isEqualTo("""
				name,acronym,kind,country,region,endorsed_on,quote,speaker
				"'=HYPERLINK(""http://x"")",,LOCAL_UNION,US,US-NY,2025-06-09,"'-1, ""two""\nlines",A. Speaker
				""".replace("\n", "\r\n").replace("\r\nlines", "\nlines"));
		assertThat(get(".csv").header("Access-Control-Allow-Origin")).isEqualTo("*");
	}

	@Test
	void whatIsRecordedForTheListIsSeenByWhoWorksOnIt() {
		String mine = endorser("Mine Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		String other = endorser("Not mine Local", "PUBLIC", "PUBLIC", "CONFIRMED");
		String quote = quote(mine, "Mine");
		quote(other, "Not mine");
		permit(mine, quote, "GIVEN").hasUserErrors();
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { endorserList { open
				  materials { totalCount nodes { body { name } quote permitted } }
				  permissions { totalCount nodes { body { name } material { quote } decision givenBy } } } } } }""";
		this.api.ask(this.staff, query, "c", this.campaign).is("""
				{node: {endorserList: {open: true, materials: {totalCount: 2, nodes: [
				  {body: {name: 'Not mine Local'}, quote: 'Not mine', permitted: false},
				  {body: {name: 'Mine Local'}, quote: 'Mine', permitted: true}]},
				  permissions: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, material: {quote: 'Mine'},
				    decision: 'GIVEN', givenBy: 'Its secretary'}]}}}}""");
		var coordinator = this.viewers.coordinator(Campaigning.uuid(mine));
		this.campaigning.assign(this.campaign, coordinator);
		var seen = "{node: {endorserList: {open: true, materials: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, quote: 'Mine', permitted: true}]}, "
				+ "permissions: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, material: {quote: 'Mine'}, decision: 'GIVEN', givenBy: 'Its secretary'}]}}}}";
		this.api.ask(coordinator, query, "c", this.campaign).is(seen);
		this.walls.without(() -> this.api.ask(coordinator, query, "c", this.campaign).is(seen), "endorser_material",
				"listing_permission", "endorser_list");
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.campaign, partner);
		this.api.ask(partner, query, "c", this.campaign).is("{node: {endorserList: null}}");
		this.walls.without(() -> this.api.ask(partner, query, "c", this.campaign).is("{node: {endorserList: null}}"),
				"endorser_list");
		this.api.ask(partner, "query ($q: ID!) { node(id: $q) { id } }", "q", quote).is("{node: null}");
	}

}
