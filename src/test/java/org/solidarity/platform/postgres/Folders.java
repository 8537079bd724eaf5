package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.solidarity.platform.postgres.EmbeddedPostgres.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** Data folders to try things on, and what the tests do with the server in one. */
final class Folders {

	private static final Path PRISTINE = Path.of("target", "pristine-postgres").toAbsolutePath();

	private static boolean pristineIsMade;

	private Folders() {
	}

	static String rolesSql() {
		try {
			return Files.readString(Path.of("db", "roles.sql"));
		}
		catch (IOException failure) {
			throw new AssertionError(failure);
		}
	}

	static EmbeddedPostgres start(Path folder) {
		return EmbeddedPostgres.start(folder, rolesSql());
	}

	/**
	 * A folder in which a server has been started and stopped once: seconds faster than a
	 * first start.
	 */
	static synchronized Path used(Path parent) throws IOException, InterruptedException {
		if (!pristineIsMade) {
			Disk.remove(PRISTINE.resolve("cluster"));
			start(PRISTINE).close();
			pristineIsMade = true;
		}
		Path copy = parent.resolve("data");
		run("cp", "-al", PRISTINE.toString(), copy.toString());
		run("rm", "-rf", copy.resolve("cluster").toString(), copy.resolve("lock").toString());
		run("cp", "-a", PRISTINE.resolve("cluster").toString(), copy.toString());
		return copy.toRealPath();
	}

	static Connection connect(EmbeddedPostgres postgres, Login login) throws SQLException {
		return DriverManager.getConnection(postgres.jdbcUrl(), login.role(), login.password());
	}

	static Connection superuser(EmbeddedPostgres postgres, Path folder) throws IOException, SQLException {
		String line = Files.readAllLines(folder.resolve("passwords"))
			.stream()
			.filter(candidate -> candidate.startsWith("postgres="))
			.findFirst()
			.orElseThrow();
		return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", line.substring("postgres=".length()));
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	static List<String> query(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			List<String> values = new ArrayList<>();
			while (rows.next()) {
				values.add(rows.getString(1));
			}
			return values;
		}
	}

	/** As the migrator: what a change log would do. */
	static void migrate(EmbeddedPostgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres, postgres.migrator())) {
			execute(connection, sql);
		}
	}

	static List<String> ask(EmbeddedPostgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres, postgres.migrator())) {
			return query(connection, sql);
		}
	}

	static long postmasterPid(Path folder) {
		return PidFile.in(folder.resolve("cluster")).pid();
	}

	/** Takes away the process alone, as the kernel does when memory is short. */
	static void kill(long pid) {
		ProcessHandle.of(pid).ifPresent(Processes::kill);
	}

	/**
	 * Another JVM that runs {@link Victim}, by the command in front of it if there is
	 * one.
	 */
	static Process victim(Path folder, String... inFront) throws IOException {
		List<String> command = new ArrayList<>(List.of(inFront));
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Victim.class.getName(), folder.toString(), Path.of("db", "roles.sql").toAbsolutePath().toString()));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
