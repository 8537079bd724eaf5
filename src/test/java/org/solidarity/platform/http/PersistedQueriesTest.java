package org.solidarity.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class PersistedQueriesTest {

	@Autowired
	Http http;

	private final String document = "{ a" + UUID.randomUUID().toString().replace("-", "") + ": __typename }";

	private Http.Reply ask(String query, String hash, Object version) {
		return this.http.post("{" + (query != null ? "\"query\":\"" + query + "\"," : "")
				+ "\"extensions\":{\"persistedQuery\":{\"version\":" + version + ",\"sha256Hash\":\"" + hash + "\"}}}");
	}

	private static String sha256(String text) throws Exception {
		return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
	}

	@Test
	void aDocumentIsAskedForSentOnceAndNamedFromThenOn() throws Exception {
		String hash = sha256(this.document);
		assertThat(ask(null, hash, 1).code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
		assertThat(ask(this.document, hash, 1).status()).isEqualTo(200);
		var reply = ask(null, hash, 1);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).contains(":\"Query\"");
		assertThat(ask("", hash, 1).status()).isEqualTo(200);
	}

	@Test
	void aHashThatIsNotTheDocumentsKeepsNothing() throws Exception {
		String hash = sha256("{ other }");
		var reply = ask(this.document, hash, 1);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
		assertThat(ask(null, hash, 1).code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void whatCannotBeExecutedIsNotKept() throws Exception {
		String hash = sha256("{ nonsense }");
		assertThat(ask("{ nonsense }", hash, 1).code()).isEqualTo("BAD_USER_INPUT");
		assertThat(ask(null, hash, 1).code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void onlyVersionOneIsSpoken() throws Exception {
		assertThat(ask(this.document, sha256(this.document), 2).code()).isEqualTo("BAD_USER_INPUT");
		assertThat(ask(null, sha256(this.document), "\"1\"").code()).isEqualTo("BAD_USER_INPUT");
	}

}
