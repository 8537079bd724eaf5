package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class BodyRecordingTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Test
	void everyFieldIsRecordedAndRead() {
		var id = this.api.ask(this.viewers.staff(),
				"""
						mutation { createBody(input: {kind: LOCAL_UNION, name: "Unión de Trabajadores", acronym: "UT",
						  originalName: "Союз", originalLanguage: "ru", transliteration: "Soyuz",
						  designation: {affiliation: "IBT", name: "Local", prefix: "A", number: "10-1", suffix: "NE", unitName: "Depot"},
						  visibility: PARTNER, riskLevel: HIGH, country: "US", region: "US-NY", city: "Albany", language: "es",
						  timeZone: "America/New_York", currency: "USD", website: "https://example.org/ut"}) { body { id } errors { code path } } }""")
			.text("/createBody/body/id");
		var query = """
				query ($id: ID!) { node(id: $id) { __typename ... on Local { kind name displayName acronym originalName originalLanguage
				  transliteration designation { affiliation name prefix number suffix unitName } status visibility riskLevel country
				  region city language timeZone currency website version otherNames { id } identifiers { id }
				  memberCount { count } nextMeeting { id } history { totalCount } } } }""";
		this.api.ask(this.viewers.auditor(), query, "id", id)
			.is("""
					{node: {__typename: 'Local', kind: 'LOCAL_UNION', name: 'Unión de Trabajadores', displayName: 'Unión de Trabajadores',
					  acronym: 'UT', originalName: 'Союз', originalLanguage: 'ru', transliteration: 'Soyuz',
					  designation: {affiliation: 'IBT', name: 'Local', prefix: 'A', number: '10-1', suffix: 'NE', unitName: 'Depot'},
					  status: 'ACTIVE', visibility: 'PARTNER', riskLevel: 'HIGH', country: 'US', region: 'US-NY', city: 'Albany',
					  language: 'es', timeZone: 'America/New_York', currency: 'USD', website: 'https://example.org/ut', version: 1,
					  otherNames: [], identifiers: [], memberCount: null, nextMeeting: null, history: {totalCount: 0}}}""");
		assertThat(this.api.ask(this.viewers.partner(), query, "id", id).at("/node/riskLevel").isNull()).isTrue();
	}

	@Test
	void allFaultsAreToldAtOnce() {
		this.api
			.ask(this.viewers.staff(),
					"""
							mutation { createBody(input: {kind: OTHER, name: "", acronym: "%s", originalName: "x", region: "US-NY", country: "CA",
							  timeZone: "Mars/Base", language: "!", designation: {number: "%s"}}) { body { id } errors { code path } } }"""
						.formatted("A".repeat(61), "1".repeat(31)))
			.hasUserErrors("REQUIRED input.name", "TOO_LONG input.acronym", "REQUIRED input.originalLanguage",
					"INVALID input.region", "INVALID input.language", "INVALID input.timeZone",
					"TOO_LONG input.designation.number");
	}

	@Test
	void whatIsOmittedStaysAndWhatIsNullIsCleared() {
		var staff = this.viewers.staff();
		var id = new Recorded(this.api, staff).body("COALITION", "Corrected",
				", acronym: \"COR\", city: \"Troy\", country: \"US\"");
		this.api.ask(staff, """
				mutation ($id: ID!) { updateBody(input: {id: $id, expectedVersion: 1, city: null, region: "US-NY"}) {
				  body { acronym city country region version } errors { code } } }""", "id", id)
			.is("{updateBody: {body: {acronym: 'COR', city: null, country: 'US', region: 'US-NY', version: 2}, errors: []}}");
		this.api.ask(staff, """
				mutation ($id: ID!) { updateBody(input: {id: $id, expectedVersion: 2, name: null, country: null}) {
				  body { id } errors { code path } } }""", "id", id)
			.hasUserErrors("REQUIRED input.name", "INVALID input.region");
		this.api.ask(staff,
				"""
						mutation ($id: ID!) { updateBody(input: {id: $id, expectedVersion: 1, city: "Utica"}) { body { id } } }""",
				"id", id)
			.isRefused("CONFLICT");
		assertThat(this.api.ask(staff,
				"""
						query ($id: ID!) { node(id: $id) { ... on Body { history { nodes { part field before after by } } } } }""",
				"id", id)
			.at("/node/history/nodes")
			.valueStream()
			.map(Object::toString)).containsExactlyInAnyOrder(
					"{\"part\":\"BODY\",\"field\":\"city\",\"before\":\"Troy\",\"after\":null,\"by\":\"Some STAFF\"}",
					"{\"part\":\"BODY\",\"field\":\"region\",\"before\":null,\"after\":\"US-NY\",\"by\":\"Some STAFF\"}");
	}

	@Test
	void ofTwoCorrectionsAtOnceOneIsAConflict() throws Exception {
		var staff = this.viewers.staff();
		var id = new Recorded(this.api, staff).body("Raced");
		Callable<String> correct = () -> this.api.ask(staff,
				"""
						mutation ($id: ID!) { updateBody(input: {id: $id, expectedVersion: 1, city: "Troy"}) { body { version } } }""",
				"id", id)
			.body()
			.toString();
		try (var threads = Executors.newFixedThreadPool(4)) {
			var answers = threads.invokeAll(java.util.Collections.nCopies(4, correct));
			int made = 0;
			for (var answer : answers) {
				assertThat(answer.get()).containsAnyOf("\"version\":2", "CONFLICT");
				made += answer.get().contains("\"version\":2") ? 1 : 0;
			}
			assertThat(made).isEqualTo(1);
		}
	}

	@Test
	void aRenamedBodyKeepsItsFormerName() {
		var staff = this.viewers.staff();
		var id = new Recorded(this.api, staff).body("Hatters of Old");
		var rename = """
				mutation ($id: ID!, $v: Int!, $n: String!, $on: Date!) { renameBody(input: {id: $id, expectedVersion: $v, name: $n, on: $on}) {
				  body { name otherNames { type name since until } } errors { code path } } }""";
		this.api.ask(staff, rename, "id", id, "v", 1, "n", "Hatters Now", "on", "2020-01-01")
			.is("{renameBody: {body: {name: 'Hatters Now', otherNames: [{type: 'FORMER', name: 'Hatters of Old', since: null, until: '2020-01-01'}]}, errors: []}}");
		this.api.ask(staff, rename, "id", id, "v", 2, "n", "Hatters Later", "on", "2019-01-01")
			.hasUserErrors("OUT_OF_RANGE input.on");
		this.api.ask(staff, rename, "id", id, "v", 2, "n", "Hatters Now", "on", "2021-01-01")
			.hasUserErrors("TAKEN input.name");
		this.api.ask(staff, "{ bodies(search: \"Hatters of Old\") { nodes { name } } }")
			.is("{bodies: {nodes: [{name: 'Hatters Now'}]}}");
	}

	@Test
	void aNameIsEndedOnce() {
		var staff = this.viewers.staff();
		var id = new Recorded(this.api, staff).body("Named");
		var name = this.api
			.ask(staff,
					"""
							mutation ($id: ID!) { addBodyName(input: {bodyId: $id, type: TRANSLATION, name: "Nommés", language: "fr", since: "2000-01-01"}) {
							  name { id } errors { code } } }""",
					"id", id)
			.text("/addBodyName/name/id");
		var remove = """
				mutation ($id: ID!, $until: Date!) { removeBodyName(input: {id: $id, until: $until}) { name { until } errors { code path } } }""";
		this.api.ask(staff, remove, "id", name, "until", "1999-01-01").hasUserErrors("OUT_OF_RANGE input.until");
		this.api.ask(staff, remove, "id", name, "until", "2001-01-01")
			.is("{removeBodyName: {name: {until: '2001-01-01'}, errors: []}}");
		this.api.ask(staff, remove, "id", name, "until", "2002-01-01").hasUserErrors("MOVE_NOT_ALLOWED input.id");
	}

	@Test
	void aVerifiedIdentifierBelongsToOneBodyAtATime() {
		var staff = this.viewers.staff();
		var recorded = new Recorded(this.api, staff);
		var first = recorded.body("First");
		var second = recorded.body("Second");
		var value = java.util.UUID.randomUUID().toString();
		var add = """
				mutation ($id: ID!, $value: String!, $verified: Boolean) { addBodyIdentifier(input: {bodyId: $id, scheme: "OLMS_FNUM",
				  value: $value, verified: $verified}) { identifier { id } errors { code path } } }""";
		var found = "query ($v: String!) { bodyByIdentifier(scheme: \"OLMS_FNUM\", value: $v) { name } }";
		this.api.ask(staff, found, "v", value).is("{bodyByIdentifier: null}");
		var verified = this.api.ask(staff, add, "id", first, "value", value, "verified", true)
			.text("/addBodyIdentifier/identifier/id");
		this.api.ask(staff, add, "id", second, "value", value, "verified", true).hasUserErrors("TAKEN input.value");
		var doubtful = this.api.ask(staff, add, "id", second, "value", value, "verified", false)
			.text("/addBodyIdentifier/identifier/id");
		this.api.ask(staff, found, "v", value).is("{bodyByIdentifier: {name: 'First'}}");
		var verify = """
				mutation ($id: ID!) { verifyBodyIdentifier(input: {id: $id}) { identifier { verified } errors { code path } } }""";
		this.api.ask(staff, verify, "id", doubtful).hasUserErrors("TAKEN input.value");
		var end = """
				mutation ($id: ID!) { endBodyIdentifier(input: {id: $id, until: "2020-01-01"}) { identifier { until } errors { code path } } }""";
		this.api.ask(staff, end, "id", verified)
			.is("{endBodyIdentifier: {identifier: {until: '2020-01-01'}, errors: []}}");
		this.api.ask(staff, end, "id", verified).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(staff, verify, "id", doubtful)
			.is("{verifyBodyIdentifier: {identifier: {verified: true}, errors: []}}");
		this.api.ask(staff, found, "v", value).is("{bodyByIdentifier: {name: 'Second'}}");
	}

	@Test
	void anAcronymFindsAllThatHaveItWhateverTheCase() {
		var recorded = new Recorded(this.api, this.viewers.staff());
		recorded.body("OTHER", "Acronym B", ", acronym: \"QÉX\"");
		recorded.body("OTHER", "Acronym A", ", acronym: \"qex\"");
		recorded.body("OTHER", "Acronym C", ", acronym: \"QEXX\"");
		this.api.ask(this.viewers.staff(), "{ bodiesByAcronym(acronym: \"Qex\") { nodes { name } totalCount } }")
			.is("{bodiesByAcronym: {nodes: [{name: 'Acronym A'}, {name: 'Acronym B'}], totalCount: 2}}");
	}

	@Test
	void aLocalWithAGenericNameIsShownByItsDesignation() {
		var recorded = new Recorded(this.api, this.viewers.staff());
		recorded.body("NATIONAL_UNION", "Basketmakers United", ", acronym: \"BMU\"");
		List.of("BASKETMAKERS UNITED|number: \"7\"|BMU Local 7", "Chicago Weavers|number: \"1\"|Chicago Weavers",
				"Lodge 12|name: \"Lodge\", number: \"12\"|BMU Lodge 12", "bmu|unitName: \"Willow Unit\"|Willow Unit")
			.forEach(line -> {
				var parts = line.split("[|]");
				var id = recorded.body("LOCAL_UNION", parts[0],
						", designation: {affiliation: \"BMU\", " + parts[1] + "}");
				this.api
					.ask(recorded.staff(), "query ($id: ID!) { node(id: $id) { ... on Body { displayName } } }", "id",
							id)
					.is("{node: {displayName: '" + parts[2] + "'}}");
			});
	}

	@Test
	void onlyWhoRecordsBodiesMay() {
		var id = new Recorded(this.api, this.viewers.staff()).body("Kept");
		for (var viewer : List.of(this.viewers.auditor(), this.viewers.coordinator(), this.viewers.partner(),
				this.viewers.administrator())) {
			for (String mutation : List.of(
					"updateBody(input: {id: $id, expectedVersion: 1, city: \"x\"}) { body { id } }",
					"renameBody(input: {id: $id, expectedVersion: 1, name: \"x\", on: \"2020-01-01\"}) { body { id } }",
					"addBodyName(input: {bodyId: $id, type: ALIAS, name: \"x\"}) { errors { code } }",
					"recordMemberCount(input: {bodyId: $id, asOf: \"2020-01-01\", count: 1, basis: ESTIMATE, source: \"x\"}) { errors { code } }",
					"changeBodyStatus(input: {id: $id, expectedVersion: 1, status: INACTIVE}) { body { id } }",
					"mergeBody(input: {id: $id, expectedVersion: 1, intoId: $id, on: \"2020-01-01\"}) { body { id } }")) {
				this.api.ask(viewer, "mutation ($id: ID!) { " + mutation + " }", "id", id).isRefused("FORBIDDEN");
			}
		}
	}

}
