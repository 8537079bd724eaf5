package org.solidarity.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class GraphQlOverHttpTest {

	private static final String GRAPHQL = "application/graphql-response+json";

	private static final String TYPENAME = "{\"query\":\"{__typename}\"}";

	@Autowired
	Http http;

	private Http.Reply post(String contentType, String accept, byte[] body) {
		var request = this.http.request().POST(BodyPublishers.ofByteArray(body));
		if (contentType != null) {
			request.header("Content-Type", contentType);
		}
		if (accept != null) {
			request.header("Accept", accept);
		}
		return this.http.send(request);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD" })
	void onlyPostIsAnswered(String method) {
		var reply = this.http.send(this.http.request().method(method, BodyPublishers.noBody()));
		assertThat(reply.status()).isEqualTo(405);
		assertThat(reply.header("Allow")).isEqualTo("POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/graphql", "application/json; charset=iso-8859-1", "application/json; charset=nonsense",
			"nonsense" })
	void onlyJsonInUtf8IsRead(String contentType) {
		var reply = post(contentType, GRAPHQL, TYPENAME.getBytes());
		assertThat(reply.status()).isEqualTo(415);
		assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
	}

	@Test
	void aBodyWithoutATypeIsNotRead() {
		assertThat(post(null, GRAPHQL, TYPENAME.getBytes()).status()).isEqualTo(415);
	}

	@Test
	void aCompressedBodyIsNotRead() {
		var reply = this.http.send(this.http.request()
			.header("Content-Type", "application/json")
			.header("Content-Encoding", "gzip")
			.POST(BodyPublishers.ofString(TYPENAME)));
		assertThat(reply.status()).isEqualTo(415);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "|application/json", "*/*|application/json", "application/*|application/json",
					"application/json|application/json", GRAPHQL + '|' + GRAPHQL,
					GRAPHQL + ", application/json;q=0.9|" + GRAPHQL,
					"application/json, " + GRAPHQL + ";q=0.5|application/json", GRAPHQL + ", */*|" + GRAPHQL,
					GRAPHQL + ";q=0, */*|application/json", GRAPHQL + "; charset=utf-8|" + GRAPHQL })
	void theAnswerHasTheTypeThatIsLikedBest(String accept, String type) {
		var reply = post("application/json", accept, TYPENAME.getBytes());
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Content-Type").toLowerCase(Locale.ROOT)).isEqualTo(type + ";charset=utf-8");
		assertThat(reply.text()).contains("\"data\":{\"__typename\":\"Query\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "application/json;q=0", "nonsense" })
	void whatTakesNeitherTypeIsRefused(String accept) {
		assertThat(post("application/json", accept, TYPENAME.getBytes()).status()).isEqualTo(406);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "[{\"query\":\"{__typename}\"}]", "5", "\"{__typename}\"", "", "{", "{}{}",
			"{\"query\":5}", "{\"query\":null}", "{}", "{\"query\":\"\"}", "{\"query\":\" \"}",
			"{\"query\":\"{__typename}\",\"variables\":[]}", "{\"query\":\"{__typename}\",\"variables\":\"{}\"}",
			"{\"query\":\"{__typename}\",\"operationName\":1}", "{\"query\":\"{__typename}\",\"extensions\":0}",
			"{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}", "{'query':'{__typename}'}",
			"{\"query\":\"{__typename}\",}", "{\"query\":{}}" })
	void whatIsNoRequestIsRefusedUnderEitherType(String body) {
		for (String accept : new String[] { GRAPHQL, "application/json" }) {
			var reply = post("application/json", accept, body.getBytes());
			assertThat(reply.status()).as(body).isEqualTo(400);
			assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"query\":\"{\"}", "{\"query\":\"{nonsense}\"}",
			"{\"query\":\"query($n:Int!){bodies(first:$n){totalCount}}\"}",
			"{\"query\":\"query($n:Int!){bodies(first:$n){totalCount}}\",\"variables\":{\"n\":\"x\"}}",
			"{\"query\":\"query A{__typename} query B{__typename}\"}",
			"{\"query\":\"{__typename}\",\"operationName\":\"C\"}", "{\"query\":\"subscription{x}\"}",
			"{\"query\":\"fragment F on Query{__typename}\"}" })
	void whatCannotBeExecutedIs400OrInJson200(String body) {
		var told = post("application/json", GRAPHQL, body.getBytes());
		assertThat(told.status()).as(told.text()).isEqualTo(400);
		assertThat(told.code()).isEqualTo("BAD_USER_INPUT");
		assertThat(told.json().has("data")).isFalse();
		var legacy = post("application/json", "application/json", body.getBytes());
		assertThat(legacy.status()).isEqualTo(200);
		assertThat(legacy.text()).isEqualTo(told.text());
	}

	@Test
	void anErrorOfAFieldIsStill200() {
		var reply = this.http.ask("{ bodies(after: \"x\") { nodes { id } } }");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).startsWith(
				"{\"errors\":[{\"message\":\"The cursor is not one of this list in this order; take it from pageInfo or edges of the same order.\",\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"bodies\"],\"extensions\":{\"code\":\"BAD_CURSOR\"}}],\"data\":null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "subscription{...F} fragment F on Query{rateLimit{cost}}", "subscription{...F}",
			"subscription{...F} fragment F on Subscription{...F}", "subscription{...on Query{rateLimit{cost}}}",
			"subscription{__typename ...F}", "subscription{__typename ...F} fragment F on Query{rateLimit{cost}}",
			"subscription{...F} fragment F on Nothing{a}" })
	void aSubscriptionThatAsksForNothingIsTheSendersFault(String document) {
		var reply = this.http.ask(document);
		assertThat(reply.status()).as(reply.text()).isEqualTo(400);
		assertThat(reply.code()).isNotEqualTo("INTERNAL");
	}

	@Test
	void unknownPropertiesAndNullsAreIgnored() {
		var reply = this.http.post(
				"{\"query\":\"query A{__typename} query B{b:__typename}\",\"operationName\":\"B\",\"variables\":null,\"extensions\":null,\"more\":[1]}");
		assertThat(reply.json().at("/data/b").asString()).isEqualTo("Query");
	}

	@Test
	void aByteOrderMarkIsIgnored() {
		assertThat(post("application/json", GRAPHQL, ("\uFEFF" + TYPENAME).getBytes()).status()).isEqualTo(200);
	}

	@Test
	void bytesThatAreNotUtf8AreRefused() {
		assertThat(post("application/json", GRAPHQL,
				TYPENAME.replace("_", "\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
			.status()).isEqualTo(400);
		assertThat(post("application/json", GRAPHQL, TYPENAME.getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
			.status()).isEqualTo(400);
	}

	@Test
	void aLargeBodyIsRefusedWithAndWithoutALength() {
		String body = "{\"query\":\"{__typename}\",\"more\":\"" + "x".repeat(256 * 1024) + "\"}";
		for (var publisher : new java.net.http.HttpRequest.BodyPublisher[] { BodyPublishers.ofString(body),
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes())) }) {
			var reply = this.http.send(this.http.request().header("Content-Type", "application/json").POST(publisher));
			assertThat(reply.status()).isEqualTo(413);
			assertThat(reply.code()).isEqualTo("LIMIT_EXCEEDED");
			assertThat(reply.limit()).isEqualTo("body");
		}
		assertThat(this.http.post("{\"query\":\"{__typename}\",\"more\":\"" + "x".repeat(255 * 1024) + "\"}").status())
			.isEqualTo(200);
	}

	@Test
	void jsonMayNest64Deep() {
		String body = "{\"query\":\"{__typename}\",\"more\":";
		assertThat(this.http.post(body + "[".repeat(63) + "]".repeat(63) + "}").status()).isEqualTo(200);
		var reply = this.http.post(body + "[".repeat(64) + "]".repeat(64) + "}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.limit()).isEqualTo("jsonNesting");
	}

}
