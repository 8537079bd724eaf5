package org.solidarity.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that speak graphql-transport-ws with the application over a real WebSocket. */
@Lazy
@Component
public class Sockets {

	private final HttpClient client = HttpClient.newHttpClient();

	private final Environment environment;

	Sockets(Environment environment) {
		this.environment = environment;
	}

	private URI address(String query) {
		return URI.create("ws://127.0.0.1:" + this.environment.getProperty("local.server.port") + "/graphql" + query);
	}

	/** Where a page of ours would come from. */
	public String origin() {
		return "http://127.0.0.1:" + this.environment.getProperty("local.server.port");
	}

	/** Opens a WebSocket; headers come as name, value, name, value … */
	public Client open(String... headers) {
		return connect("", "graphql-transport-ws", headers).join();
	}

	public CompletableFuture<Client> connect(String query, String protocol, String... headers) {
		var builder = this.client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
		if (!protocol.isEmpty()) {
			builder.subprotocols(protocol);
		}
		for (int i = 0; i < headers.length; i += 2) {
			builder.header(headers[i], headers[i + 1]);
		}
		var client = new Client();
		return builder.buildAsync(address(query), client).thenApply(socket -> {
			client.socket = socket;
			return client;
		});
	}

	/** A WebSocket that this token has been told over, and that was let in. */
	public Client of(Viewers.Token token) {
		return open().init(Map.of("Authorization", "Bearer " + token.secret())).isLetIn();
	}

	/** One end of a WebSocket. */
	public static final class Client implements WebSocket.Listener, AutoCloseable {

		private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		private final CompletableFuture<String> closed = new CompletableFuture<>();

		private final StringBuilder partial = new StringBuilder();

		private WebSocket socket;

		private volatile boolean reading = true;

		/** Reads nothing from now on. */
		public Client pause() {
			this.reading = false;
			return this;
		}

		/** Reads on. */
		public Client resume() {
			this.reading = true;
			this.socket.request(1);
			return this;
		}

		@Override
		public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
			this.partial.append(data);
			if (last) {
				this.received.add(this.partial.toString());
				this.partial.setLength(0);
			}
			if (this.reading) {
				from.request(1);
			}
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
			this.closed.complete(code + " " + reason);
			return null;
		}

		@Override
		public void onError(WebSocket from, Throwable error) {
			this.closed.complete("broken: " + error);
		}

		public Client send(String message) {
			this.socket.sendText(message, true).join();
			return this;
		}

		public Client send(Map<String, Object> message) {
			return send(JsonMapper.shared().writeValueAsString(message));
		}

		public Client init(Map<String, Object> payload) {
			return send(Map.of("type", "connection_init", "payload", payload));
		}

		public Client isLetIn() {
			assertThat(next()).isEqualTo("{\"type\":\"connection_ack\"}");
			return this;
		}

		/**
		 * Subscribes and waits until that was seen to, which whatever comes first shows.
		 */
		public Client subscribe(String id, String document, Object... variables) {
			ask(id, document, variables).send("{\"type\":\"ping\"}");
			assertThat(next()).isEqualTo("{\"type\":\"pong\"}");
			return this;
		}

		public Client ask(String id, String document, Object... variables) {
			var named = new LinkedHashMap<String, Object>();
			for (int i = 0; i < variables.length; i += 2) {
				named.put((String) variables[i], variables[i + 1]);
			}
			return send(
					Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document, "variables", named)));
		}

		/** The next message; fails where none comes. */
		public String next() {
			String message = poll(5000);
			assertThat(message).as("a message; closed: %s", this.closed.getNow("no")).isNotNull();
			return message;
		}

		/** The next message, which must be an answer to that subscription. */
		public JsonNode answer(String id) {
			var message = JsonMapper.shared().readTree(next());
			assertThat(message.at("/type").asString() + " " + message.at("/id").asString()).as("%s", message)
				.isEqualTo("next " + id);
			return message.get("payload");
		}

		/**
		 * The next message, which must be the end of that subscription; its first code.
		 */
		public JsonNode error(String id) {
			var message = JsonMapper.shared().readTree(next());
			assertThat(message.at("/type").asString() + " " + message.at("/id").asString()).as("%s", message)
				.isEqualTo("error " + id);
			return message.at("/payload/0");
		}

		/** Nothing comes for a while. */
		public Client isSilent() {
			assertThat(poll(900)).isNull();
			return this;
		}

		private String poll(long millis) {
			try {
				return this.received.poll(millis, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** Why the server closed it. */
		public String reason() {
			return this.closed.orTimeout(8, TimeUnit.SECONDS).join();
		}

		@Override
		public void close() {
			this.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(already -> null).join();
			this.socket.abort();
		}

	}

}
