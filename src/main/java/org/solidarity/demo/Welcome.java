package org.solidarity.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.solidarity.platform.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demo where it is wanted, which is on the embedded PostgreSQL unless
 * {@code crm.demo} says otherwise, and tells whoever started the server how to get in; a
 * command that listens to no port tells nothing.
 */
@Component
@Order(0)
class Welcome implements ApplicationRunner {

	private final String wanted;

	private final ObjectProvider<EmbeddedPostgres> postgres;

	private final Demo demo;

	private final Path folder;

	private final ApplicationContext context;

	Welcome(@Value("${crm.demo}") String wanted, ObjectProvider<EmbeddedPostgres> postgres, Demo demo,
			@Value("${crm.data-folder}") Path folder, ApplicationContext context) {
		this.wanted = wanted;
		this.postgres = postgres;
		this.demo = demo;
		this.folder = folder;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		boolean embedded = this.postgres.getIfAvailable() != null;
		if (!this.wanted.equals("true") && !(this.wanted.equals("auto") && embedded)) {
			return;
		}
		this.demo.loadOnce();
		if (this.context instanceof WebServerApplicationContext web && web.getWebServer() != null
				&& web.getWebServer().getPort() > 0) {
			tell("http://127.0.0.1:" + web.getWebServer().getPort());
		}
	}

	private void tell(String url) throws IOException {
		if (Credentials.areIn(this.folder)) {
			var credentials = Credentials.read(this.folder).at(url);
			credentials.write(this.folder);
			System.out.println(credentials.banner(this.folder));
		}
		else {
			System.out.println("Solidarity CRM   " + url + System.lineSeparator() + "The demo's sign-ins are not in "
					+ this.folder + "; the accounts in the database stay.");
		}
	}

}
