package org.solidarity.endorsement.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.CURRENT_TEMPLATE;
import static org.solidarity.platform.jooq.Tables.RESOLUTION_TEMPLATE;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts that a campaign gives out, and what bodies make of them. */
@ApiTest
class TemplateApiTest {

	private static final String TEMPLATES = "query ($c: ID!) { node(id: $c) { ... on Campaign { templates { id language title } } } }";

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	private String wording(Scene scene, String language, String title, String text) {
		return scene
			.ask("""
					mutation ($c: ID!, $l: String!, $t: String!, $x: String!) {
					  createResolution(input: {campaignId: $c, language: $l, title: $t, text: $x}) { resolution { latest { id } } } }""",
					"l", language, "t", title, "x", text)
			.text("/createResolution/resolution/latest/id");
	}

	private Answer mark(Viewer viewer, String verb, String version) {
		return this.scene.ask(viewer,
				"mutation ($v: ID!) { " + verb + "(input: {id: $v}) { version { id } errors { code path } } }", "v",
				version);
	}

	private String template(String language, String title, String text) {
		String version = wording(this.scene, language, title, text);
		mark(this.scene.staff(), "markTemplate", version).hasUserErrors();
		return version;
	}

	private Answer write(String proceeding, int version, String template, String... more) {
		return this.scene.ask(
				"mutation ($p: ID!, $v: Int!, $t: ID!) { writeFromTemplate(input: {proceedingId: $p, "
						+ "expectedVersion: $v, templateId: $t " + String.join(" ", more)
						+ "}) { proceeding { version resolution { "
						+ "latest { number language title text madeFrom { id } } } } errors { code path } } }",
				"p", proceeding, "v", version, "t", template);
	}

	@Test
	void aLanguageHasTheTemplateThatWasMarkedLast() {
		String first = template("en", "First", "T");
		String second = template("EN", "Second", "T");
		String spanish = template("es", "Segunda", "T");
		this.scene.ask(TEMPLATES)
			.is("{node: {templates: [{id: '%s', language: 'EN', title: 'Second'}, {id: '%s', language: 'es', title: 'Segunda'}]}}"
				.formatted(second, spanish));
		mark(this.scene.staff(), "unmarkTemplate", first).hasUserErrors("INVALID input.id");
		mark(this.scene.staff(), "unmarkTemplate", second).hasUserErrors();
		this.scene.ask(TEMPLATES)
			.is("{node: {templates: [{id: '%s', language: 'es', title: 'Segunda'}]}}".formatted(spanish));
		mark(this.scene.staff(), "markTemplate", "rev_1").hasUserErrors("NOT_FOUND input.id");
		mark(this.viewers.staff(), "markTemplate", first).hasUserErrors("NOT_FOUND input.id");
		mark(this.viewers.partner(), "markTemplate", first).isRefused("FORBIDDEN");
	}

	@Test
	void aTemplateIsFilledInForTheBodyAndStaysAsItWas() {
		String template = template("en", "{body} for peace", "Whereas {body} \\{body} {Body} {other} joins {campaign}");
		String body = this.scene.local("Local {campaign} 決議 $1");
		String proceeding = this.scene.open(body);
		String written = """
				{writeFromTemplate: {proceeding: {version: 2, resolution: {latest: {number: 1, language: 'en',
				  title: 'Local {campaign} 決議 $1 for peace',
				  text: 'Whereas Local {campaign} 決議 $1 \\\\Local {campaign} 決議 $1 {Body} {other} joins Some campaign',
				  madeFrom: {id: '%s'}}}}, errors: []}}""".formatted(template);
		write(proceeding, 1, template, "idempotencyKey: \"k\"").is(written);
		write(proceeding, 1, template, "idempotencyKey: \"k\"").is(written);
		write(proceeding, 1, template).isRefused("CONFLICT");
		write(proceeding, 2, template).hasUserErrors("INVALID input.proceedingId");
		this.scene.ask(TEMPLATES)
			.is("{node: {templates: [{id: '%s', language: 'en', title: '{body} for peace'}]}}".formatted(template));
	}

	@Test
	void onlyATemplateOfTheCampaignAsItIsNowIsFilledIn() {
		String template = template("en", "T", "T");
		String proceeding = this.scene.open();
		write(proceeding, 1, wording(this.scene, "en", "T", "T")).hasUserErrors("NOT_FOUND input.templateId");
		var other = this.fixture.scene(this.scene.staff());
		String elsewhere = wording(other, "en", "T", "T");
		mark(this.scene.staff(), "markTemplate", elsewhere).hasUserErrors();
		write(proceeding, 1, elsewhere).hasUserErrors("NOT_FOUND input.templateId");
		mark(this.scene.staff(), "unmarkTemplate", template).hasUserErrors();
		write(proceeding, 1, template).hasUserErrors("NOT_FOUND input.templateId");
		String full = template("en", "{body}".repeat(80), "T");
		write(proceeding, 1, full).hasUserErrors("TOO_LONG input.templateId");
	}

	@Test
	void ofTwoWhoFillInAtOnceOneDoesAndTheOtherIsToldOfIt() {
		String template = template("en", "T", "T");
		String proceeding = this.scene.open();
		var refused = IntStream.range(0, 2)
			.mapToObj(i -> CompletableFuture.supplyAsync(() -> write(proceeding, 1, template)))
			.toList()
			.stream()
			.filter(answer -> answer.join().body().at("/errors/0/extensions/code").asString("").equals("CONFLICT"))
			.toList();
		assertThat(refused).hasSize(1);
	}

	@Test
	void whoSeesTheTextsOfTheCampaignSeesWhichAreTemplates() {
		String template = template("en", "T", "T");
		Viewer partner = this.viewers.partner();
		String seen = "{node: {templates: [{id: '" + template + "', language: 'en', title: 'T'}]}}";
		assertThat(rows(partner)).containsExactly(0, 0);
		this.scene.shared(partner);
		Viewer coordinator = this.scene.assigned(this.viewers.coordinator());
		for (Viewer viewer : List.of(this.scene.staff(), coordinator, this.viewers.auditor(), partner)) {
			this.scene.ask(viewer, TEMPLATES).is(seen);
			assertThat(rows(viewer)).containsExactly(1, 1);
		}
		Viewer administrator = this.viewers.administrator();
		this.scene.ask(administrator, TEMPLATES).is("{node: {templates: []}}");
		this.walls.without(() -> this.scene.ask(administrator, TEMPLATES).is("{node: {templates: []}}"), "resolution",
				"resolution_version", "resolution_template");
		assertThat(rows(administrator)).containsExactly(0, 0);
		assertThat(rows(this.viewers.staff())).containsExactly(0, 0);
	}

	@Test
	void fiftyTextsFromTemplatesCostAsManyStatementsAsOne() {
		String template = template("en", "T", "T");
		String query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { templates { id } resolutions(first: 100) { nodes {
				  latest { madeFrom { id } } } } } } }""";
		write(this.scene.open(), 1, template).hasUserErrors();
		int one = this.statements.during(() -> this.scene.ask(query));
		for (int i = 0; i < 49; i++) {
			write(this.scene.open(), 1, template).hasUserErrors();
		}
		assertThat(this.statements.during(() -> this.scene.ask(query))).isEqualTo(one).isLessThanOrEqualTo(7);
	}

	/** How many marks, and templates, of the campaign PostgreSQL shows. */
	private List<Integer> rows(Viewer viewer) {
		var campaign = Campaigning.uuid(this.scene.campaign());
		return this.transactions.read(viewer,
				() -> List.of(this.sql.fetchCount(RESOLUTION_TEMPLATE, RESOLUTION_TEMPLATE.CAMPAIGN_ID.eq(campaign)),
						this.sql.fetchCount(CURRENT_TEMPLATE, CURRENT_TEMPLATE.CAMPAIGN_ID.eq(campaign))));
	}

}
