package org.solidarity.endorsement.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.attachment.AttachmentFixture.Desk;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Browser;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as they come and go over HTTP. */
@ApiTest
class AttachmentFileTest {

	private static final int MOST = 10 * 1024 * 1024;

	@Autowired
	AttachmentFixture fixture;

	@Autowired
	Browser.Factory browsers;

	@Autowired
	Viewers viewers;

	@Autowired
	Http http;

	Desk desk;

	@BeforeEach
	void someoneWithAProceeding() {
		this.desk = this.fixture.desk();
	}

	@Test
	void aFileOfEachTypeComesBackAsItWasSent() throws Exception {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("a.pdf application/pdf", Desk.pdf("text"));
		files.put("b.PNG image/png", Desk.bytes("\u0089PNG\r\n\u001a\nrest"));
		files.put("c.jpeg image/jpeg", Desk.bytes("\u00ff\u00d8\u00ff\u00e0rest"));
		files.put("d.webp image/webp", Desk.bytes("RIFF1234WEBPrest"));
		files.put("e.gif image/gif", Desk.bytes("GIF89arest"));
		files.put("f.txt text/plain", "\uFEFFResolución: <script>\n\t決議".getBytes(StandardCharsets.UTF_8));
		for (var file : files.entrySet()) {
			String[] nameAndType = file.getKey().split(" ");
			var kept = this.desk.attach(nameAndType[0], file.getValue());
			String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
			assertThat(kept.get("mediaType").asString()).isEqualTo(nameAndType[1]);
			assertThat(kept.get("sha256").asString()).isEqualTo(hash);
			assertThat(kept.get("bytes").asInt()).isEqualTo(file.getValue().length);
			var back = this.desk.browser().download(kept.get("path").asString());
			assertThat(back.statusCode()).isEqualTo(200);
			assertThat(back.body()).isEqualTo(file.getValue());
			assertThat(header(back, "Content-Type")).startsWith(nameAndType[1]);
			assertThat(header(back, "Content-Length")).isEqualTo("" + file.getValue().length);
			assertThat(header(back, "ETag")).isEqualTo("\"" + hash + "\"");
			assertThat(header(back, "Content-Disposition")).startsWith("attachment; filename=")
				.contains(nameAndType[0]);
			assertThat(header(back, "X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(header(back, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
			assertThat(header(back, "Cache-Control")).isEqualTo("private, no-cache");
			this.desk.browser().header("If-None-Match", "\"" + hash + "\"");
			assertThat(this.desk.browser().download(kept.get("path").asString()).statusCode()).isEqualTo(304);
			this.desk.browser().header("If-None-Match", null);
		}
	}

	@Test
	void whatAFileHoldsCountsAndNotWhatItIsCalled() {
		refused(415, "BAD_USER_INPUT", "none of those that are taken",
				this.desk.send("a.pdf", Desk.bytes("MZ\u0000\u0001")));
		refused(415, "BAD_USER_INPUT", "none of those that are taken",
				this.desk.send("a.pdf", Desk.bytes("PK\u0003\u0004")));
		refused(415, "BAD_USER_INPUT", "none of those that are taken",
				this.desk.send("a.txt", "text".getBytes(StandardCharsets.UTF_16)));
		refused(415, "BAD_USER_INPUT", "none of those that are taken",
				this.desk.send("a.txt", Desk.bytes("caf\u00e9")));
		refused(415, "BAD_USER_INPUT", "none of those that are taken", this.desk.send("a.txt", Desk.bytes("a\u0000b")));
		refused(422, "INVALID", "which is PNG", this.desk.send("a.pdf", Desk.bytes("\u0089PNG\r\n\u001a\n")));
		refused(422, "INVALID", "which is PDF", this.desk.send("a.html", Desk.pdf("<script>")));
		refused(422, "INVALID", "which is TEXT", this.desk.send("a.svg", Desk.bytes("<svg onload='x()'/>")));
		refused(422, "INVALID", "which is PDF", this.desk.send(".pdf", Desk.pdf("")));
	}

	@Test
	void aFileIsNeitherEmptyNorTooLarge() {
		refused(400, "BAD_USER_INPUT", "The file is empty", this.desk.send("a.pdf", new byte[0]));
		byte[] most = new byte[MOST];
		System.arraycopy(Desk.pdf(""), 0, most, 0, 9);
		assertThat(this.desk.browser().download(this.desk.attach("a.pdf", most).get("path").asString()).body())
			.isEqualTo(most);
		byte[] more = Arrays.copyOf(most, MOST + 1);
		var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more));
		refused(413, "LIMIT_EXCEEDED", "\"attachment\" allows 10485760",
				this.desk.send("proceedingId=" + this.desk.proceeding() + "&name=a.pdf", unannounced));
		assertThat(this.desk.scene()
			.ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { attachments { totalCount } } } }", "p",
					this.desk.proceeding())
			.at("/node/attachments/totalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void aNameIsNoPathAndShowsAsItReads() {
		for (String name : new String[] { "../a.pdf", "a\\b.pdf", "a\u0000.pdf", "a\n.pdf", "a\u202Efdp.pdf" }) {
			refused(422, "INVALID", "a slash, a backslash, a control character", this.desk.send(name, Desk.pdf("")));
		}
		refused(400, "BAD_USER_INPUT", "in UTF-8", this.desk.send(
				"proceedingId=" + this.desk.proceeding() + "&name=%ff.pdf", BodyPublishers.ofByteArray(Desk.pdf(""))));
		refused(422, "REQUIRED", "name is empty", this.desk.send("  ", Desk.pdf("")));
		refused(422, "TOO_LONG", "longer than 200", this.desk.send("a".repeat(197) + ".pdf", Desk.pdf("")));
		var kept = this.desk.attach(" Re\u0301solution \u2013 決議 🕊.pdf", Desk.pdf(""));
		assertThat(kept.get("name").asString()).isEqualTo("R\u00e9solution \u2013 決議 🕊.pdf");
		assertThat(header(this.desk.browser().download(kept.get("path").asString()), "Content-Disposition"))
			.contains("filename*=UTF-8''R%C3%A9solution%20%E2%80%93%20%E6%B1%BA%E8%AD%B0%20%F0%9F%95%8A.pdf");
	}

	@Test
	void itBelongsToOneThingThatTheSenderSees() {
		var pdf = BodyPublishers.ofByteArray(Desk.pdf(""));
		refused(422, "REQUIRED", "Give one of proceedingId and resolutionId", this.desk.send("name=a.pdf", pdf));
		refused(422, "REQUIRED", "Give one of proceedingId and resolutionId",
				this.desk.send("a.pdf", Desk.pdf(""), "&resolutionId=res_1"));
		String elsewhere = this.fixture.desk().proceeding();
		for (String id : new String[] { elsewhere, "pro_1", "" }) {
			refused(422, "NOT_FOUND", "proceedingId is not the id of a proceeding.",
					this.desk.send("name=a.pdf&proceedingId=" + id, pdf));
		}
		refused(422, "NOT_FOUND", "resolutionId is not the id of a resolution.",
				this.desk.send("name=a.pdf&resolutionId=" + elsewhere, pdf));
		refused(422, "INVALID", "allowed: INTERNAL, PARTNER or PUBLIC",
				this.desk.send("a.pdf", Desk.pdf(""), "&visibility=SECRET"));
	}

	@Test
	void onlyWhoRecordsEndorsementsSendsFilesAndNoOtherSiteDoes() {
		String path = "/attachments?name=a.pdf&proceedingId=" + this.desk.proceeding();
		refused(415, "BAD_USER_INPUT", "and no form",
				this.desk.browser()
					.header("X-XSRF-TOKEN", this.desk.browser().cookies.get("XSRF-TOKEN"))
					.post(path, "application/x-www-form-urlencoded", "%PDF-1.7"));
		this.desk.browser().header("X-XSRF-TOKEN", null);
		refused(403, "FORBIDDEN", "XSRF-TOKEN", this.desk.browser().post(path, "application/pdf", "%PDF-1.7"));
		refused(401, "UNAUTHENTICATED", "", this.browsers.open().post(path, "application/pdf", "%PDF-1.7"));
		var partner = this.http.send(this.http.anonymous(path)
			.header("Authorization", "Bearer " + this.viewers.token().secret())
			.POST(BodyPublishers.ofString("%PDF-1.7")));
		assertThat(partner.status()).isEqualTo(403);
		assertThat(partner.text()).contains("RECORD_ENDORSEMENTS");
	}

	@Test
	void whatIsSentTwiceAtOnceIsKeptOnce() {
		var ids = IntStream.range(0, 4)
			.mapToObj(i -> CompletableFuture.supplyAsync(
					() -> this.desk.attach("a.pdf", Desk.pdf("one"), "&idempotencyKey=k").get("id").asString()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
		refused(422, "IDEMPOTENCY_KEY_REUSED", "with another input",
				this.desk.send("a.pdf", Desk.pdf("two"), "&idempotencyKey=k"));
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	private static void refused(int status, String code, String words, HttpResponse<String> answer) {
		JsonNode error = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
		assertThat(error.at("/message").asString()).contains(words);
	}

}
