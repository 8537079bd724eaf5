package org.solidarity.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionQueryBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Each limit of API.md: what it just allows, and what it refuses. */
@ApiTest
class LimitsTest {

	@Autowired
	Http http;

	private void allows(String document) {
		var reply = this.http.ask(document);
		assertThat(reply.text()).doesNotContain("LIMIT_EXCEEDED", "INTERNAL");
	}

	private void refuses(String document, String limit, long asked, long allowed) {
		var reply = this.http.ask(document);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().at("/errors/0/extensions")).isEqualTo(JsonMapper.shared()
			.valueToTree(
					Map.of("code", "LIMIT_EXCEEDED", "limit", limit, "asked", (int) asked, "allowed", (int) allowed)));
		assertThat(reply.json().has("data")).isFalse();
	}

	@Test
	void aDocumentHas20000Characters() {
		allows("{__typename" + " ".repeat(19_988) + "}");
		refuses("{__typename" + " ".repeat(19_989) + "}", "documentCharacters", 20_001, 20_000);
	}

	@Test
	void aDocumentHas2000Tokens() {
		assertThat(this.http.ask("{" + "a ".repeat(1_990) + "}").limit()).isEqualTo("rootFields");
		refuses("{" + "a ".repeat(2_001) + "}", "documentTokens", 2_001, 2_000);
	}

	@Test
	void fieldsLie12InEachOther() {
		allows("{a".repeat(12) + "}".repeat(12));
		refuses("{a".repeat(13) + "}".repeat(13), "depth", 13, 12);
		refuses("{a".repeat(10) + "{...F}" + "}".repeat(10) + " fragment F on Query {b{c{d}}}", "depth", 13, 12);
		refuses("{a".repeat(400) + "}".repeat(400), "depth", 13, 12);
	}

	@Test
	void anOperationHas300FieldsWithItsFragmentsExpanded() {
		allows("{x{" + "a ".repeat(299) + "}}");
		refuses("{x{" + "a ".repeat(300) + "}}", "fields", 301, 300);
		refuses("{x{...F ...F ...F}} fragment F on Query {" + "a ".repeat(100) + "}", "fields", 301, 300);
	}

	@Test
	void anOperationHas30Aliases() {
		allows("{x{" + "b:a ".repeat(30) + "}}");
		refuses("{x{" + "b:a ".repeat(31) + "}}", "aliases", 31, 30);
	}

	@Test
	void aQueryHas20FieldsAtItsRootAndAMutation5() {
		allows("{" + "__typename ".repeat(20) + "}");
		refuses("{" + "__typename ".repeat(21) + "}", "rootFields", 21, 20);
		refuses("{...F ...F ...F} fragment F on Query {" + "__typename ".repeat(7) + "}", "rootFields", 21, 20);
		allows("mutation {" + "__typename ".repeat(5) + "}");
		refuses("mutation {" + "__typename ".repeat(6) + "}", "mutations", 6, 5);
	}

	@Test
	void anOperationHas20Directives() {
		allows("{x{" + "a @include(if:true) ".repeat(20) + "}}");
		refuses("{x{" + "a @include(if:true) ".repeat(21) + "}}", "directives", 21, 20);
		refuses("{x{a " + "@include(if:true) ".repeat(21) + "}}", "directives", 21, 20);
	}

	@Test
	void aListHas100Values() {
		allows("{nodes(ids:[" + "\"a\",".repeat(100) + "]){id}}");
		refuses("{nodes(ids:[" + "\"a\",".repeat(101) + "]){id}}", "listSize", 101, 100);
		var reply = this.http.post(JsonMapper.shared()
			.writeValueAsString(Map.of("query", "query($i:[ID!]!){nodes(ids:$i){id}}", "variables",
					Map.of("i", Collections.nCopies(101, "a")))));
		assertThat(reply.limit()).isEqualTo("listSize");
	}

	@Test
	void fragmentsThatMultiplyAreCountedAtOnce() {
		var bomb = new StringBuilder("{...F0 ...F0}");
		for (int i = 0; i < 60; i++) {
			bomb.append(" fragment F%d on Query {...F%d ...F%d}".formatted(i, i + 1, i + 1));
		}
		bomb.append(" fragment F60 on Query {x{a}}");
		var before = System.nanoTime();
		assertThat(this.http.ask(bomb.toString()).limit()).isEqualTo("rootFields");
		assertThat(this.http.ask("{__typename} " + bomb.substring(13)).limit()).isEqualTo("fields");
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
	}

	@Test
	void fragmentsInACircleAreNotValid() {
		var reply = this.http.ask("{...A} fragment A on Query {...B} fragment B on Query {...A __typename}");
		assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
	}

	@Test
	void anOperationAsksFor10000Nodes() {
		refuses("{bodies(first:10001){nodes{id}}}", "nodes", 10_001, 10_000);
		var reply = this.http.post(JsonMapper.shared()
			.writeValueAsString(Map.of("query", "query($n:Int){bodies(first:$n){edges{node{id}}}}", "variables",
					Map.of("n", 10_001))));
		assertThat(reply.limit()).isEqualTo("nodes");
	}

	@Test
	void anOperationCosts5000() {
		refuses("{bodies(first:5000){nodes{id}}}", "cost", 5_001, 5_000);
		refuses("{bodies(last:4981){totalCount nodes{id}}}", "cost", 5_002, 5_000);
		assertThat(this.http.ask("{bodies(first:4999){nodes{id}}}").limit()).isEqualTo("pageSize");
	}

	@Test
	void theCostIsToldWithWhatRemains() {
		var cost = this.http.ask("{bodies(first:7){totalCount pageInfo{hasNextPage} nodes{id}} rateLimit{cost}}")
			.json()
			.at("/extensions/cost");
		assertThat(cost.get("requested").asInt()).isEqualTo(1 + 20 + 7 + 1);
		assertThat(cost.get("limit").asInt()).isEqualTo(5_000);
		assertThat(cost.get("remaining").asInt()).isEqualTo(1_000_000_000 - 29);
		assertThat(this.http.ask("{campaigns(first:2){nodes{pledgeTotals{pledges}}}}")
			.json()
			.at("/extensions/cost/requested")
			.asInt()).isEqualTo(1 + 2 * (1 + 20 + 5));
		assertThat(this.http.ask("mutation {__typename}").json().at("/extensions/cost/requested").asInt())
			.isEqualTo(10);
		assertThat(this.http.ask("{nodes(ids:[\"a\",\"b\"]){id}}").json().at("/extensions/cost/requested").asInt())
			.isEqualTo(2);
		assertThat(this.http.ask("{node(id:\"a\"){id}}").json().at("/extensions/cost/requested").asInt()).isEqualTo(1);
	}

	@Test
	void aPageHas100Rows() {
		allows("{bodies(first:100){nodes{id}}}");
		var reply = this.http.ask("{bodies(first:101){nodes{id}}}");
		assertThat(reply.limit()).isEqualTo("pageSize");
	}

	@Test
	void aQueryReadsWhatItCosts() {
		var reply = this.http.ask("{rateLimit{cost limit remaining resetAt}}").json();
		assertThat(reply.at("/data/rateLimit/cost").asInt()).isEqualTo(1);
		assertThat(reply.at("/data/rateLimit/limit").asInt()).isEqualTo(1_000_000_000);
		assertThat(reply.at("/data/rateLimit/remaining").asInt()).isEqualTo(999_999_999);
		assertThat(reply.at("/data/rateLimit/resetAt").asString()).endsWith("Z");
	}

	@Test
	void theUsualIntrospectionIsAnswered() {
		for (String query : new String[] { IntrospectionQuery.INTROSPECTION_QUERY,
				IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
					.typeRefFragmentDepth(9)
					.specifiedByUrl(true)
					.directiveIsRepeatable(true)
					.inputValueDeprecation(true)
					.isOneOf(true)
					.schemaDescription(true)) }) {
			var reply = this.http.ask(query);
			assertThat(reply.status()).as(reply.text()).isEqualTo(200);
			assertThat(reply.json().at("/data/__schema/queryType/name").asString()).isEqualTo("Query");
			assertThat(reply.json().has("errors")).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}",
			"{__schema{types{name}} b:__schema{types{name}}}" })
	void anIntrospectionThatMultipliesIsRefused(String query) {
		assertThat(this.http.ask(query).limit()).isEqualTo("introspection");
	}

	@Test
	void introspectionLies20DeepAndWhatIsBesideItIsNotExempt() {
		refuses("{__type(name:\"Query\")" + "{ofType".repeat(21) + "}".repeat(22), "introspectionDepth", 21, 20);
		refuses("{__schema{queryType{name}} " + "a{".repeat(13) + "b" + "}".repeat(13) + "}", "depth", 14, 12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"query\":\"{nodes(ids:[\\\"\\\\u0000\\\"]){id}}\"}",
			"{\"query\":\"{nodes(ids:[\\\"\\u0000\\\"]){id}}\"}", "{\"query\":\"{__typename} #\\ud800\"}",
			"{\"query\":\"query($i:ID!){node(id:$i){id}}\",\"variables\":{\"i\":\"a\\u0000b\"}}",
			"{\"query\":\"query($i:ID!){node(id:$i){id}}\",\"variables\":{\"i\":\"\\udc00\\ud800\"}}",
			"{\"query\":\"query($i:[ID!]!){nodes(ids:$i){id}}\",\"variables\":{\"i\":[\"a\\ud83d\"]}}",
			"{\"query\":\"{__typename}\",\"variables\":{\"a\\u0000\":1}}",
			"{\"query\":\"query A{__typename}\",\"operationName\":\"A\\u0000\"}" })
	void whatPostgresqlCannotStoreIsRefusedWhereverItStands(String body) {
		var reply = this.http.post(body);
		assertThat(reply.status()).as(reply.text()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
	}

	@Test
	void whatLooksStrangeAndIsTextIsTaken() {
		assertThat(this.http
			.post("{\"query\":\"query($i:ID!){node(id:$i){id}}\",\"variables\":{\"i\":\"\\ud83d\\ude00 \\u0001\"}}")
			.text()).startsWith("{\"data\":{\"node\":null}");
	}

	@Test
	void anAnswerHas10Errors() {
		var errors = this.http.ask("{x{" + "a ".repeat(40) + "} b c d e f g h i j k l}").json().get("errors");
		assertThat(errors).hasSize(10);
		assertThat(errors).allSatisfy(
				error -> assertThat(error.at("/extensions").toString()).isEqualTo("{\"code\":\"BAD_USER_INPUT\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{bodeis{nodes{id}}}", "{bodies(frist:1){nodes{id}}}", "{bodies(first:\"x\"){nodes{id}}}",
			"{bodies(filter:{kind:{eq:UNION}}){nodes{id}}}", "{bodies(filter:{name:{eq:{}}}){nodes{id}}}",
			"{bodies{nodes{id{x}}}}", "{bodies}", "query($a:Nonsense){__typename}", "{__typename @nonsense}",
			"{bodies(first:99999999999){nodes{id}}}", "{nodes(ids:[null]){id}}", "{node{id}}", "{", "\u0007",
			"{bodies{nodes{...on Nonsense{id}}}}", "query($a:Int){bodies(first:$a){nodes{id}}" })
	void noErrorGivesAwayWhatTheStackIs(String document) {
		var reply = this.http.ask(document);
		assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
		assertThat(reply.text()).doesNotContainIgnoringCase("did you mean", "Value{", "graphql.", "java", "Exception",
				"ANTLR", "classification", "bodies'", "FieldUndefined");
	}

}
