package org.solidarity.platform.startup;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a server on this machine whether it is ready, for a container that has no other
 * tool for it.
 */
final class Probe {

	private Probe() {
	}

	static void main() throws Exception {
		String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(4))
			.build();
		try (var client = HttpClient.newHttpClient()) {
			System.exit(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200 ? 0 : 1);
		}
	}

}
