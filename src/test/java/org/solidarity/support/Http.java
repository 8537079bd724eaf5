package org.solidarity.support;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over real HTTP, as a program with a token sees it. */
@Lazy
@Component
public class Http {

	private final HttpClient client = HttpClient.newHttpClient();

	private final Environment environment;

	private final Viewers viewers;

	Http(Environment environment, Viewers viewers) {
		this.environment = environment;
		this.viewers = viewers;
	}

	/** What came back. */
	public record Reply(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		public String code() {
			return json().at("/errors/0/extensions/code").asString();
		}

		public String limit() {
			return json().at("/errors/0/extensions/limit").asString();
		}

	}

	/** A request of a partner group, whose token is new. */
	public HttpRequest.Builder request() {
		return request(this.viewers.token());
	}

	public HttpRequest.Builder request(Viewers.Token token) {
		return anonymous().header("Authorization", "Bearer " + token.secret());
	}

	public HttpRequest.Builder anonymous() {
		return anonymous("/graphql");
	}

	/** A request of whoever has not signed in, to a path of the server. */
	public HttpRequest.Builder anonymous(String path) {
		return HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.environment.getProperty("local.server.port") + path));
	}

	public Reply send(HttpRequest.Builder request) {
		return send(this.client, request);
	}

	/** Sends from another address of this machine. */
	public Reply sendFrom(String address, HttpRequest.Builder request) {
		try (var client = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build()) {
			return send(client, request);
		}
	}

	private static Reply send(HttpClient client, HttpRequest.Builder request) {
		try {
			return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Posts a body as JSON, and takes the answer that tells by its status. */
	public Reply post(String body) {
		return send(request().header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Posts a document and nothing else. */
	public Reply ask(String document) {
		return post(JsonMapper.shared().writeValueAsString(java.util.Map.of("query", document)));
	}

}
