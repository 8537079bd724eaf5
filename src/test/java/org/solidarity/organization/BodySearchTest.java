package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiTest
class BodySearchTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	private Recorded recorded;

	private String teamsters;

	private String local245;

	private String local2450;

	@BeforeEach
	void record() {
		this.recorded = new Recorded(this.api, this.viewers.staff());
		this.teamsters = this.recorded.body("INTERNATIONAL_UNION", "International Brotherhood of Teamsters",
				", acronym: \"IBT\"");
		this.local245 = this.recorded.body("LOCAL_UNION", "General Drivers",
				", designation: {affiliation: \"IBT\", name: \"Local\", number: \"245\"}");
		this.local2450 = this.recorded.body("LOCAL_UNION", "General Drivers",
				", designation: {affiliation: \"IBT\", name: \"Local\", number: \"2450\"}");
	}

	@Test
	void aLocalIsFoundByEveryNameOfItsUnionAndItsExactNumber() {
		for (String search : List.of("Teamsters 245", "IBT Local 245", "teamsters lo. #0245", "TEAMSTRES 245",
				"Brotherhood Teamsters Lodge 245", "teamst 245")) {
			assertThat(found(search)).as(search).contains(this.local245).doesNotContain(this.local2450, this.teamsters);
		}
	}

	@Test
	void aLocalIsFoundByTheAliasAndTheCharterOfItsUnion() {
		String union = this.recorded.body("Zymurgy Workers");
		this.recorded.api()
			.ask(this.recorded.staff(),
					"""
							mutation ($id: ID!) { addBodyName(input: {bodyId: $id, type: ALIAS, name: "Fermenters"}) { errors { code } } }""",
					"id", union);
		String local = this.recorded.body("LOCAL_UNION", "Cellar Hands", "");
		assertThat(found("Fermenters cellar")).isEmpty();
		this.recorded.relation(local, "CHARTERED_BY", union, "");
		assertThat(found("Fermenters cellar")).containsExactly(local);
		assertThat(found("fermenters")).containsExactly(union, local);
	}

	@Test
	void aUnionFoundByItsNewAcronymBringsTheLocalsThatItCharters() {
		String union = this.recorded.body("NATIONAL_UNION", "Ropewalkers", ", acronym: \"RPWX\"");
		String local = this.recorded.body("LOCAL_UNION", "High Wire",
				", designation: {affiliation: \"RPWX\", number: \"9\"}");
		this.recorded.relation(local, "CHARTERED_BY", union, "");
		this.api.ask(this.recorded.staff(),
				"""
						mutation ($id: ID!) { updateBody(input: {id: $id, expectedVersion: 1, acronym: "UROPE"}) { errors { code } } }""",
				"id", union);
		assertThat(found("UROPE 9")).containsExactly(local);
	}

	@Test
	void aNumberWithLettersIsOneWord() {
		String whole = this.recorded.body("LOCAL_UNION", "New England Health Care Employees Union",
				", designation: {affiliation: \"SEIU\", name: \"District\", number: \"1199NE\"}");
		String parts = this.recorded.body("LOCAL_UNION", "Health Care Workers",
				", designation: {affiliation: \"SEIU\", number: \"1199\", suffix: \"NE\"}");
		String other = this.recorded.body("LOCAL_UNION", "Health Care Workers",
				", designation: {affiliation: \"SEIU\", number: \"1199\", suffix: \"SE\"}");
		assertThat(found("1199NE")).contains(whole, parts).doesNotContain(other);
		assertThat(found("SEIU District 1199ne")).contains(whole, parts).doesNotContain(other);
		String dashed = this.recorded.body("LOCAL_UNION", "Longshore", ", designation: {number: \"10-1\"}");
		assertThat(found("Longshore 10-1")).containsExactly(dashed);
		assertThat(found("Longshore 10")).isEmpty();
	}

	@Test
	void accentsCaseAndSmallTyposDoNotMatter() {
		String force = this.recorded.body("NATIONAL_CENTER", "Força Sindical", ", country: \"BR\"");
		assertThat(found("Forca Sindical")).first().isEqualTo(force);
		assertThat(found("FORÇA sindicel")).contains(force);
		String french = this.recorded.body("NATIONAL_CENTER", "Confédération générale du travail",
				", acronym: \"CGT\"");
		assertThat(found("Confédération")).contains(french);
		assertThat(found("confederation travail")).contains(french);
		assertThat(found("Confederacion du travail")).contains(french);
		String japanese = this.recorded.body("NATIONAL_CENTER", "Zenroren",
				", originalName: \"全労連\", originalLanguage: \"ja\"");
		assertThat(found("全労連")).containsExactly(japanese);
	}

	@Test
	void theBestComeFirst() {
		String named = this.recorded.body("Quarrymen");
		String longer = this.recorded.body("Quarrymen and Masons");
		String local = this.recorded.body("LOCAL_UNION", "Quarrymen of Vermont", "");
		String near = this.recorded.body("Quarrymenship Trust");
		assertThat(found("quarrymen")).containsExactly(named, longer, local, near);
	}

	@Test
	void anOrderThatIsGivenWins() {
		String second = this.recorded.body("Tinsmithing Z");
		String first = this.recorded.body("Tinsmithing A of many other crafts");
		assertThat(ids(this.api
			.ask(this.viewers.staff(), "{ bodies(search: \"tinsmithing\", orderBy: {field: NAME}) { nodes { id } } }")
			.at("/bodies/nodes"))).containsExactly(first, second);
		this.api.ask(this.viewers.staff(), "{ bodies(orderBy: {field: RELEVANCE}) { nodes { id } } }")
			.isRefused("BAD_USER_INPUT");
	}

	@Test
	void aPartnerFindsOnlyWhatItMaySee() {
		this.api.ask(this.viewers.staff(),
				"mutation { createBody(input: {kind: OTHER, name: \"Xylophonists\"}) { errors { code } } }");
		this.api.ask(this.viewers.partner(), "{ bodies(search: \"xylophonists\") { nodes { id } totalCount } }")
			.is("{bodies: {nodes: [], totalCount: 0}}");
	}

	@Test
	void punctuationFindsNothingAndAnEmptySearchSearchesNothing() {
		assertThat(found("!?' \\ & | : * ()")).isEmpty();
		assertThat(found("   ")).isNotEmpty();
		this.api
			.ask(this.viewers.staff(), "query ($s: String) { bodies(search: $s) { nodes { id } } }", "s",
					"x".repeat(201))
			.isRefused("LIMIT_EXCEEDED");
	}

	private List<String> found(String search) {
		return ids(this.api
			.ask(this.recorded.staff(), "query ($s: String) { bodies(search: $s, first: 100) { nodes { id } } }", "s",
					search)
			.at("/bodies/nodes"));
	}

	private static List<String> ids(JsonNode nodes) {
		return nodes.valueStream().map(node -> node.get("id").asString()).toList();
	}

}
