package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What must hold of a running server: it keeps what it acknowledged, lets nobody in
 * unasked and logs no values.
 */
class SafetyTest {

	@TempDir
	Path parent;

	@Test
	void nobodyGetsInWithoutThePasswordAndNowhereElse() throws Exception {
		Path folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			for (String role : new String[] { "postgres", "crm_owner", "crm_migrator", "crm_app", "crm_report" }) {
				refusedWith("28P01", postgres.jdbcUrl(), role, "wrong");
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl() + "?user=" + role).close());
			}
			String elsewhere = postgres.jdbcUrl().replace("/crm", "/postgres");
			refusedWith("28000", elsewhere, postgres.app().role(), postgres.app().password());
			assertThat(listening(postgres.port())).containsExactly("127.0.0.1:" + postgres.port());
			assertThat(Path.of("/tmp/.s.PGSQL." + postgres.port())).doesNotExist();
			assertThat(postgres.app()).hasToString("crm_app");
		}
	}

	@Test
	void settingsThatLoseWritesAreOverruled() throws Exception {
		Path folder = Folders.used(parent);
		Files.writeString(folder.resolve("cluster/postgresql.auto.conf"), """
				fsync = off
				synchronous_commit = off
				full_page_writes = off
				listen_addresses = '*'
				log_statement = 'all'
				""");
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(Folders.ask(postgres, """
					select name || ' ' || setting
					from pg_settings
					where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses',
						'log_statement', 'jit')
					order by name""")).containsExactly("fsync on", "full_page_writes on", "jit off",
					"listen_addresses 127.0.0.1", "log_statement none", "synchronous_commit on");
			assertThat(Folders.ask(postgres, """
					select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) || ' ' ||
						pg_get_userbyid(datdba)
					from pg_database where datname = 'crm'""")).containsExactly("b C.UTF-8 UTF8 crm_owner");
			assertThat(Folders.ask(postgres, "show data_checksums")).containsExactly("on");
		}
	}

	@Test
	void trustInTheAccessFileIsRefused() throws Exception {
		Path folder = Folders.used(parent);
		Files.writeString(folder.resolve("cluster/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n",
				StandardOpenOption.APPEND);
		unsafe(folder, "authentication in pg_hba.conf is [scram-sha-256, trust] and must be [scram-sha-256]");
	}

	@Test
	void settingOfTheApplicationsRoleThatLosesWritesIsRefused() throws Exception {
		Path folder = Folders.used(parent);
		configure(folder, "alter role crm_app set synchronous_commit = off");
		unsafe(folder, "synchronous_commit of crm_app is [off] and must be [on]");
	}

	@Test
	void settingOfTheDatabaseThatLosesWritesIsRefused() throws Exception {
		Path folder = Folders.used(parent);
		configure(folder, "alter database crm set synchronous_commit = off");
		unsafe(folder, "synchronous_commit is [off] and must be [on]");
	}

	@Test
	void anotherDataDirectoryIsOverruled() throws Exception {
		Path folder = Folders.used(parent);
		Path elsewhere = parent.resolve("elsewhere");
		Folders.run("cp", "-a", folder.resolve("cluster").toString(), elsewhere.toString());
		Files.writeString(folder.resolve("cluster/postgresql.conf"), "data_directory = '" + elsewhere + "'\n",
				StandardOpenOption.APPEND);
		try (EmbeddedPostgres postgres = Folders.start(folder);
				Connection superuser = Folders.superuser(postgres, folder)) {
			assertThat(Folders.query(superuser, "show data_directory"))
				.containsExactly(folder.resolve("cluster").toString());
		}
	}

	@Test
	void noValueOfAFailedStatementGetsIntoTheLog() throws Exception {
		Path folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder);
				Connection connection = Folders.connect(postgres, postgres.migrator())) {
			Folders.execute(connection, "create table person (name text primary key)");
			try (var insert = connection.prepareStatement("insert into person values (?)")) {
				insert.setString(1, "canary-1");
				insert.execute();
				assertThatExceptionOfType(SQLException.class).isThrownBy(insert::execute);
			}
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> Folders.execute(connection, "select 'canary-2'::uuid"));
		}
		assertThat(Files.readString(folder.resolve("postgres.log"))).contains("ready to accept connections")
			.doesNotContain("canary");
	}

	private static void configure(Path folder, String sql) throws Exception {
		try (EmbeddedPostgres postgres = Folders.start(folder);
				Connection superuser = Folders.superuser(postgres, folder)) {
			Folders.execute(superuser, sql);
		}
	}

	private static void refusedWith(String state, String url, String role, String password) {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(url, role, password).close())
			.satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
	}

	/** Refused, and nothing is left running, so that the folder can be put right. */
	private static void unsafe(Path folder, String reason) {
		assertThatExceptionOfType(EmbeddedPostgresException.class).isThrownBy(() -> Folders.start(folder))
			.withMessage("PostgreSQL in " + folder + " is not safe to use: " + reason
					+ "; undo the change to its configuration");
		assertThat(Inhabitants.of(folder.resolve("cluster"))).isEmpty();
	}

	/** The addresses at which someone listens on the port. */
	private static List<String> listening(int port) throws IOException {
		String local = "0100007F:%04X".formatted(port);
		List<String> sockets = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
		if (Files.exists(Path.of("/proc/net/tcp6"))) {
			sockets.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
		}
		return sockets.stream()
			.map(line -> line.strip().split("\\s+"))
			.filter(columns -> columns[1].endsWith(local.substring(8)) && columns[3].equals("0A"))
			.map(columns -> columns[1].equals(local) ? "127.0.0.1:" + port : columns[1])
			.toList();
	}

}
