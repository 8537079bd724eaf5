package org.solidarity.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that were good once, with some bytes changed. */
@ApiTest
class HttpFuzzTest {

	private static final int REQUESTS = 3_000;

	private static final String[] GOOD = { "{\"query\":\"{bodies(first:3){nodes{id name}pageInfo{hasNextPage}}}\"}",
			"{\"query\":\"query($f:BodyFilter,$n:Int){bodies(filter:$f,first:$n){totalCount}}\",\"variables\":{\"f\":{\"name\":{\"eq\":\"x\"}},\"n\":2}}",
			"{\"query\":\"query A($i:ID!){node(id:$i){__typename ...on Body{name}}}\",\"operationName\":\"A\",\"variables\":{\"i\":\"bod_AAAAAAAAAAAAAAAAAAAAAA\"}}",
			"{\"query\":\"{...F} fragment F on Query{rateLimit{cost}}\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"00\"}}}" };

	private static final String[] PIECES = { "\"", "{", "}", "[", "]", "\\", "\\u0000", "\\ud800", "\u0000", "null",
			"1e999", "-1", "9223372036854775808", "...", "$", "@include(if:true)", "#", "\uFEFF", "\"\"\"", ",", ":",
			"on", "fragment", "subscription", "__schema", "\u00e9", "first:", "\\n" };

	private static final String[] ACCEPT = { "*/*", "application/json", "application/graphql-response+json",
			"text/html", "application/json;q=x", ";;" };

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Test
	void noRequestMakesTheServerFailOrTellOfItself() {
		long seed = new Random().nextLong();
		var random = new Random(seed);
		var token = this.viewers.token();
		for (int i = 0; i < REQUESTS; i++) {
			byte[] body = change(random, GOOD[random.nextInt(GOOD.length)].getBytes(StandardCharsets.UTF_8));
			var reply = this.http.send(this.http.request(token)
				.header("Content-Type", "application/json")
				.header("Accept", ACCEPT[random.nextInt(ACCEPT.length)])
				.POST(BodyPublishers.ofByteArray(body)));
			assertThat(reply.status()).as("seed %d: %s → %s", seed, new String(body), reply.text()).isIn(200, 400, 406);
			assertThat(reply.json().isObject()).isTrue();
			assertThat(reply.text()).as("seed %d", seed)
				.doesNotContain("INTERNAL", "Exception", "java.", "graphql.", "org.");
		}
	}

	private static byte[] change(Random random, byte[] good) {
		byte[] body = good;
		for (int changes = random.nextInt(4); changes >= 0; changes--) {
			int at = random.nextInt(body.length + 1);
			int end = Math.min(body.length, at + random.nextInt(5));
			var changed = new ByteArrayOutputStream();
			changed.write(body, 0, at);
			switch (random.nextInt(4)) {
				case 0 -> changed.write(random.nextInt(256));
				case 1 -> changed.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
				case 2 -> changed.write(body, at, end - at);
				default -> {
				}
			}
			int from = random.nextBoolean() ? at : end;
			changed.write(body, from, body.length - from);
			body = changed.toByteArray();
		}
		return body;
	}

}
