package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class BodyApiTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Test
	void staffRecordsABodyAndReadsItBack() {
		var staff = this.viewers.staff();
		var created = this.api.ask(staff,
				"""
						mutation { createBody(input: {kind: INTERNATIONAL_UNION, name: "Service Employees", acronym: "SEIU", country: "US"}) {
						  body { id name } errors { code } } }""");
		var id = created.text("/createBody/body/id");
		this.api
			.ask(staff,
					"query ($id: ID!) { node(id: $id) { __typename ... on Body { id name acronym country version } } }",
					"id", id)
			.is("{node: {__typename: 'Organization', id: '" + id
					+ "', name: 'Service Employees', acronym: 'SEIU', country: 'US', version: 1}}");
	}

	@Test
	void anEmptyNameIsToldAtItsField() {
		this.api.ask(this.viewers.staff(),
				"""
						mutation { createBody(input: {kind: OTHER, name: " "}) { body { id } errors { code path message } } }""")
			.hasUserErrors("REQUIRED input.name");
	}

	@Test
	void aPartnerDoesNotSeeWhatIsInternal() {
		var id = this.api.ask(this.viewers.staff(), """
				mutation { createBody(input: {kind: OTHER, name: "Quiet"}) { body { id } errors { code } } }""")
			.text("/createBody/body/id");
		this.api.ask(this.viewers.partner(), "query ($id: ID!) { node(id: $id) { id } }", "id", id).is("{node: null}");
	}

	@Test
	void pagesRunBothWaysWithTrueFlags() {
		var staff = this.viewers.staff();
		for (String name : new String[] { "Paging A", "Paging B", "Paging C" }) {
			this.api.ask(staff, "mutation ($n: String!) { createBody(input: {kind: OTHER, name: $n}) { body { id } } }",
					"n", name);
		}
		var query = """
				query ($f: Int, $a: String, $l: Int, $b: String) { bodies(first: $f, after: $a, last: $l, before: $b, filter: {name: {startsWith: "Paging "}}) {
				  nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }""";
		var first = this.api.ask(staff, query, "f", 2);
		assertThat(first.at("/bodies/nodes").toString()).isEqualTo("[{\"name\":\"Paging A\"},{\"name\":\"Paging B\"}]");
		assertThat(first.at("/bodies/pageInfo/hasNextPage").asBoolean()).isTrue();
		assertThat(first.at("/bodies/pageInfo/hasPreviousPage").asBoolean()).isFalse();
		assertThat(first.at("/bodies/totalCount").asInt()).isEqualTo(3);
		var second = this.api.ask(staff, query, "f", 2, "a", first.text("/bodies/pageInfo/endCursor"));
		assertThat(second.at("/bodies/nodes").toString()).isEqualTo("[{\"name\":\"Paging C\"}]");
		assertThat(second.at("/bodies/pageInfo/hasPreviousPage").asBoolean()).isTrue();
		var last = this.api.ask(staff, query, "l", 1, "b", second.text("/bodies/pageInfo/startCursor"));
		assertThat(last.at("/bodies/nodes").toString()).isEqualTo("[{\"name\":\"Paging B\"}]");
		assertThat(last.at("/bodies/pageInfo/hasNextPage").asBoolean()).isTrue();
		assertThat(last.at("/bodies/pageInfo/hasPreviousPage").asBoolean()).isTrue();
		this.api.ask(staff, query, "f", 2, "a", "nonsense").isRefused("BAD_CURSOR");
		this.api.ask(staff, query, "f", 101).isRefused("LIMIT_EXCEEDED");
	}

}
