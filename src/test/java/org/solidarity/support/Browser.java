package org.solidarity.support;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Speaks HTTP with the application as a browser does: keeps cookies, and follows no
 * redirect. Each one has an address of its own on this machine, so that none pays for the
 * wrong passwords of another.
 */
public class Browser {

	/** Makes browsers for the port that the application took. */
	@Component
	public static class Factory {

		private final Environment environment;

		Factory(Environment environment) {
			this.environment = environment;
		}

		public Browser open() {
			return new Browser(URI.create("http://127.0.0.1:" + this.environment.getProperty("local.server.port")));
		}

	}

	private final URI server;

	private final HttpClient client;

	public final Map<String, String> cookies = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	private Browser(URI server) {
		this.server = server;
		var random = ThreadLocalRandom.current();
		this.client = HttpClient.newBuilder()
			.localAddress(InetAddress
				.ofLiteral("127." + random.nextInt(1, 255) + "." + random.nextInt(255) + "." + random.nextInt(1, 255)))
			.build();
	}

	/** Sends this header from now on; null no longer. */
	public Browser header(String name, String value) {
		if (value == null) {
			this.headers.remove(name);
		}
		else {
			this.headers.put(name, value);
		}
		return this;
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(this.server.resolve(path)));
	}

	public HttpResponse<String> post(String path, String type, String body) {
		return send("POST", path, type, body);
	}

	public HttpResponse<String> send(String method, String path, String type, String body) {
		return send(HttpRequest.newBuilder(this.server.resolve(path))
			.header("Content-Type", type)
			.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Posts bytes with the CSRF token that the cookie holds. */
	public HttpResponse<String> upload(String path, BodyPublisher body) {
		return send(HttpRequest.newBuilder(this.server.resolve(path))
			.header("Content-Type", "application/octet-stream")
			.header("X-XSRF-TOKEN", this.cookies.get("XSRF-TOKEN"))
			.POST(body));
	}

	/** Posts JSON with the CSRF token that the cookie holds, as our own pages do. */
	public HttpResponse<String> postJson(String path, String body) {
		var request = HttpRequest.newBuilder(this.server.resolve(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (this.cookies.containsKey("XSRF-TOKEN")) {
			request.header("X-XSRF-TOKEN", this.cookies.get("XSRF-TOKEN"));
		}
		return send(request);
	}

	public HttpResponse<String> signIn(String email, String password) {
		if (!this.cookies.containsKey("XSRF-TOKEN")) {
			get("/sign-in");
		}
		return postJson("/sign-in", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
	}

	/** The bytes at the path. */
	public HttpResponse<byte[]> download(String path) {
		return send(HttpRequest.newBuilder(this.server.resolve(path)), HttpResponse.BodyHandlers.ofByteArray());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return send(request, HttpResponse.BodyHandlers.ofString());
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
		this.headers.forEach(request::setHeader);
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					String.join("; ",
							this.cookies.entrySet()
								.stream()
								.map(cookie -> cookie.getKey() + "=" + cookie.getValue())
								.toList()));
		}
		try {
			var response = this.client.send(request.build(), body);
			response.headers().allValues("Set-Cookie").forEach(cookie -> {
				String[] parts = cookie.split(";")[0].split("=", 2);
				if (parts[1].isEmpty() || cookie.contains("Max-Age=0")) {
					this.cookies.remove(parts[0]);
				}
				else {
					this.cookies.put(parts[0], parts[1]);
				}
			});
			return response;
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
