package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.postgres.EmbeddedPostgres;
import org.solidarity.support.Api;
import org.solidarity.support.OnOperatorsPostgres;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The whole application on a PostgreSQL that somebody else runs. */
@OnOperatorsPostgres
class OperatorsPostgresTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Imports imports;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@LocalServerPort
	int port;

	@TempDir
	Path folder;

	@Test
	void nothingEmbeddedStarts() {
		assertThat(this.context.getBeanNamesForType(EmbeddedPostgres.class)).isEmpty();
	}

	@Test
	void itIsAliveAndReady() throws Exception {
		try (var client = HttpClient.newHttpClient()) {
			for (String probe : new String[] { "liveness", "readiness" }) {
				var address = URI.create("http://127.0.0.1:" + this.port + "/actuator/health/" + probe);
				var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
				assertThat(answer.statusCode()).isEqualTo(200);
				assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
			}
		}
	}

	@Test
	void whatIsImportedIsFound() {
		var file = OlmsFile.write(this.folder.resolve("olms.csv"), 300, 900_000_000, "OPR", 1);
		assertThat(this.imports.run(file, "olms-lm")).contains("300 rows read", "0 rejected");
		this.api
			.ask(this.viewers.staff(), "{ bodies(search: \"Generated Workers OPR7\", first: 1) { nodes { acronym } } }")
			.is("{bodies: {nodes: [{acronym: 'OPR7'}]}}");
	}

}
