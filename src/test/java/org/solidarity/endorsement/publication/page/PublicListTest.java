package org.solidarity.endorsement.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.publication.PublicationFixture;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What anyone reads of the list, in each of its forms. */
@ApiTest
class PublicListTest {

	private static final String LIST = """
			query ($s: String!) { publicEndorserList(slug: $s) { slug title byKind { kind count }
			  endorsers { totalCount nodes { name acronym kind country region endorsedOn quote { text speaker language }
			    logo { alternativeText } } } } }""";

	@Autowired
	PublicationFixture fixture;

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	PublicationFixture.Scene list;

	@BeforeEach
	void anOpenList() {
		this.list = this.fixture.scene();
	}

	@Test
	void onlyWhatIsPublicAndConfirmedIsShown() {
		this.list.endorser("Shown Local");
		this.list.endorser("Documented Local", "PUBLIC", "PUBLIC", "happenedOn: \"2025-06-09\", evidence: DOCUMENTED");
		this.list.endorser("Rumoured Local", "PUBLIC", "PUBLIC", "happenedOn: \"2025-06-09\", evidence: REPORTED");
		this.list.endorser("Quiet Local", "PARTNER", "PUBLIC", "happenedOn: \"2025-06-09\", evidence: CONFIRMED");
		this.list.endorser("Discreet Local", "PUBLIC", "PARTNER", "happenedOn: \"2025-06-09\", evidence: CONFIRMED");
		var reply = this.list.ask(LIST);
		assertThat(reply.status()).isEqualTo(200);
		new Answer(reply.json())
			.is("""
					{publicEndorserList: {slug: '%s', title: 'Who stands <with> us', byKind: [{kind: 'LOCAL_UNION', count: 2}],
					  endorsers: {totalCount: 2, nodes: [
					    {name: 'Documented Local', acronym: null, kind: 'LOCAL_UNION', country: 'US', region: 'US-NY',
					      endorsedOn: '2025-06-09', quote: null, logo: null},
					    {name: 'Shown Local', acronym: null, kind: 'LOCAL_UNION', country: 'US', region: 'US-NY',
					      endorsedOn: '2025-06-09', quote: null, logo: null}]}}}"""
				.formatted(this.list.slug()));
		assertThat(this.list.ask(this.list.staff(), LIST, "s", this.list.slug())
			.at("/publicEndorserList/endorsers/totalCount")
			.asInt()).isEqualTo(2);
	}

	@Test
	void whoeverReadTheListIsWhoTheyWere() {
		Viewer partner = this.viewers.partner();
		var id = this.transactions.read(partner,
				() -> this.sql.select(Tables.PUBLIC_ENDORSER_LIST.ID)
					.from(Tables.PUBLIC_ENDORSER_LIST(this.list.slug(), Instant.now()))
					.fetchSingle(0, UUID.class));
		for (Table<?> read : List.of(Tables.PUBLIC_ENDORSER_LIST(this.list.slug(), Instant.now()),
				Tables.PUBLIC_ENDORSERS(new UUID[] { id }, null, Instant.now()),
				Tables.PUBLIC_LOGO(this.list.slug(), id, Instant.now()))) {
			assertThat(this.transactions.read(partner, () -> {
				this.sql.selectFrom(read).fetch();
				return this.sql.select(Routines.viewerRole()).fetchSingle().value1();
			})).isEqualTo(Role.PARTNER);
		}
	}

	@Test
	void whoHasNotSignedInMayAskForNothingElse() {
		for (String document : new String[] { "{ __typename }", "{ bodies { totalCount } }",
				"{ __schema { types { name } } }", "{ nothingLikeThis }", "mutation { signOut }",
				"query A { bodies { totalCount } }",
				"query ($s: String!) { publicEndorserList(slug: $s) { title } bodies { totalCount } }",
				"query ($s: String!) { publicEndorserList(slug: $s) { title } ...F } fragment F on Query { bodies { totalCount } }",
				"query ($s: String!) { ... on Query { bodies { totalCount } publicEndorserList(slug: $s) { title } } }" }) {
			var reply = this.list.ask(document);
			assertThat(reply.status()).as(document).isEqualTo(401);
			assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
			assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
			assertThat(reply.text()).doesNotContain("bodies", "nothingLikeThis");
		}
	}

	@Test
	void aRemovalShowsAtOnceAlsoToWhoKeptTheAnswer() {
		String body = this.list.endorser("Shy Local");
		var before = this.list.get(".json");
		assertThat(before.header("Cache-Control")).isEqualTo("no-cache, public");
		assertThat(before.json().at("/total").asInt()).isEqualTo(1);
		assertThat(again(before.header("ETag")).status()).isEqualTo(304);
		this.list.permit(body, null, "WITHDRAWN").hasUserErrors();
		var after = again(before.header("ETag"));
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.json().at("/total").asInt()).isZero();
		this.list.permit(body, null, "GIVEN").hasUserErrors();
		assertThat(this.list.get(".json").json().at("/total").asInt()).isEqualTo(1);
	}

	private Http.Reply again(String tag) {
		return this.http
			.send(this.http.anonymous("/public/endorsers/" + this.list.slug() + ".json").header("If-None-Match", tag));
	}

	@Test
	void aDateIsToldNoMoreExactlyThanItIsKnown() {
		this.list.endorser("Day Local", "PUBLIC", "PUBLIC", "evidence: CONFIRMED, happenedOn: \"2025-06-09\"");
		this.list.endorser("Month Local", "PUBLIC", "PUBLIC",
				"evidence: CONFIRMED, happenedOn: \"2025-06-09\", precision: MONTH");
		this.list.endorser("Nobody knows Local", "PUBLIC", "PUBLIC",
				"evidence: CONFIRMED, precision: UNKNOWN, sourceName: \"A list\"");
		this.list.endorser("Year Local", "PUBLIC", "PUBLIC",
				"evidence: CONFIRMED, happenedOn: \"2024-01-01\", precision: YEAR");
		assertThat(this.list.get(".json").json().get("endorsers"))
			.extracting(endorser -> endorser.get("endorsedOn").asString(""))
			.containsExactly("2025-06-09", "2025-06", "", "2024");
		assertThat(this.list.get("").text()).contains("US-NY · since June 9, 2025<", "US-NY · since June 2025<",
				"US-NY<", "US-NY · since 2024<");
		assertThat(this.list.get("?language=es").text()).contains("desde junio de 2025<", "desde 2024<");
		assertThat(this.list.get(".csv").text()).contains("US-NY,2025-06,,", "US-NY,,,", "US-NY,2024,,");
	}

	@Test
	void thePageMayBeShownInAFrameAndHasNoScript() {
		String body = this.list.endorser("<script>alert(1)</script> & Sons");
		this.list.permit(body, this.list.quote(body, "\"><img src=x>"), "GIVEN").hasUserErrors();
		var page = this.list.get("");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors *")
			.doesNotContain("unsafe", "script-src");
		assertThat(page.header("X-Frame-Options")).isEmpty();
		assertThat(page.text())
			.contains("Who stands &lt;with&gt; us", "&lt;script&gt;", "One organization has endorsed")
			.doesNotContain("<script", "<img");
		assertThat(this.list.get("?language=es").text()).contains("Una organización ha dado su apoyo",
				"desde el 9 de junio de 2025");
		assertThat(this.http.send(this.http.anonymous("/sign-in")).header("X-Frame-Options")).isEqualTo("DENY");
	}

	@Test
	void aSpreadsheetTakesNothingForAFormula() {
		String body = this.list.endorser("=HYPERLINK(\"http://x\")");
		this.list.permit(body, this.list.quote(body, "-1, \"two\"\nlines"), "GIVEN").hasUserErrors();
		assertThat(this.list.get(".csv").text()).isEqualTo("""
				name,acronym,kind,country,region,endorsed_on,quote,speaker
				"'=HYPERLINK(""http://x"")",,LOCAL_UNION,US,US-NY,2025-06-09,"'-1, ""two""\nlines",A. Speaker
				""".replace("\n", "\r\n").replace("\r\nlines", "\nlines"));
		assertThat(this.list.get(".csv").header("Access-Control-Allow-Origin")).isEqualTo("*");
	}

}
