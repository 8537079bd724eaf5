package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A PostgreSQL that somebody else runs, set up by hand as operations.md says, and the
 * environment variables that point the application to it. The application's own data
 * folder is a place where nothing can be made.
 */
public class OperatorsPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Path FOLDER = Path.of("target", "operators-postgres").toAbsolutePath();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			Files.createDirectories(FOLDER);
			Disk.remove(FOLDER.resolve("cluster"));
			var folder = DataFolder.open(FOLDER);
			var command = new Command(folder.commandLog());
			var binaries = Binaries.unpackedIn(folder);
			int port = Port.in(folder);
			var server = start(folder, binaries, command, port);
			((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("operatorsPostgres",
					(DisposableBean) () -> {
						Postmaster.shutDown(server.pid(), binaries, command, () -> !server.isAlive());
						folder.close();
					});
			prepare(port);
			context.getEnvironment()
				.getPropertySources()
				.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource(
								"operator-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								Map.of("SPRING_DATASOURCE_URL", url(port), "SPRING_DATASOURCE_USERNAME", "crm_app",
										"SPRING_DATASOURCE_PASSWORD", "app's", "SPRING_LIQUIBASE_USER", "crm_migrator",
										"SPRING_LIQUIBASE_PASSWORD", "migrator's", "CRM_DATA_FOLDER",
										"/dev/null/data")));
		}
		catch (IOException | SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String url(int port) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/crm";
	}

	private static Process start(DataFolder folder, Binaries binaries, Command command, int port) throws IOException {
		var password = Files.writeString(FOLDER.resolve("password"), "operator's");
		command.run(Duration.ofSeconds(120), binaries.program("initdb"), "-D", folder.cluster().toString(),
				"--username=operator", "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8",
				"--no-sync");
		var server = command.startServer(
				List.of(binaries.program("postgres"), "-D", folder.cluster().toString(), "-p", Integer.toString(port),
						"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"),
				folder.serverLog());
		if (!Processes.await(Duration.ofSeconds(60), () -> PidFile.in(folder.cluster()).ready(server.pid()))) {
			throw new IllegalStateException(Command.lastLines(folder.serverLog()));
		}
		return server;
	}

	private static void prepare(int port) throws SQLException {
		try (var operator = connect(port, "postgres")) {
			Folders.execute(operator, "create database crm");
		}
		try (var operator = connect(port, "crm")) {
			Folders.execute(operator, Folders.rolesSql());
			Folders.execute(operator, "alter role crm_app login password 'app''s'");
			Folders.execute(operator, "alter role crm_migrator login password 'migrator''s'");
		}
	}

	private static Connection connect(int port, String database) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "operator",
				"operator's");
	}

}
