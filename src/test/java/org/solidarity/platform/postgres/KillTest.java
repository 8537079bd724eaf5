package org.solidarity.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * kill -9 of the database, the server or both, at any moment: the next start needs no
 * hands and has every write.
 */
class KillTest {

	/** For a machine that has other things to do. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	Path parent;

	private Path folder = Path.of("unset");

	@AfterEach
	void nobodyIsLeftBehind() {
		List<ProcessHandle> left = Inhabitants.of(folder.resolve("cluster"));
		left.forEach(Processes::kill);
		assertThat(left).isEmpty();
	}

	@Test
	void databaseKilledUnderARunningServerComesBackButNotForEver() throws Exception {
		folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			Folders.migrate(postgres, "create table kept as select 'here' as word");
			int port = postgres.port();
			Folders.kill(Folders.postmasterPid(folder));
			assertThat(Processes.await(PATIENCE, () -> answers(postgres))).isTrue();
			assertThat(Processes.await(PATIENCE, KillTest::nobodyRevives)).isTrue();
			assertThat(postgres.port()).isEqualTo(port);
			assertThat(Folders.ask(postgres, "select word from kept")).containsExactly("here");
			Folders.kill(Folders.postmasterPid(folder));
			Thread.sleep(500);
			assertThat(Processes.await(PATIENCE, KillTest::nobodyRevives)).isTrue();
			assertThat(answers(postgres)).isFalse();
		}
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(Folders.ask(postgres, "select word from kept")).containsExactly("here");
		}
	}

	@Test
	void sessionThatOutlivesTheKilledDatabaseIsEnded() throws Exception {
		folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder);
				Connection busy = Folders.connect(postgres, postgres.app())) {
			Thread.ofVirtual().start(() -> spin(busy));
			assertThat(Processes.await(PATIENCE, () -> spinning(postgres, folder))).isTrue();
			Folders.kill(Folders.postmasterPid(folder));
			assertThat(Processes.await(PATIENCE, () -> answers(postgres))).isTrue();
		}
	}

	@Test
	void serverKilledWhileItWrites() throws Exception {
		folder = Folders.used(parent);
		int acknowledged = writeUntilKilled(ProcessHandle::destroyForcibly);
		long orphan = Folders.postmasterPid(folder);
		assertThat(Processes.exists(orphan)).isTrue();
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(Inhabitants.of(folder.resolve("cluster"))).extracting(ProcessHandle::pid).doesNotContain(orphan);
			assertThat(folder.resolve("postgres.log.1")).content().contains("database system is shut down");
			assertThat(Folders.postmasterPid(folder)).isNotEqualTo(orphan);
			hasAll(postgres, acknowledged);
		}
	}

	@Test
	void serverAndDatabaseKilledWhileTheyWrite() throws Exception {
		folder = Folders.used(parent);
		int acknowledged = writeUntilKilled(victim -> {
			Inhabitants.of(folder.resolve("cluster")).forEach(ProcessHandle::destroyForcibly);
			victim.destroyForcibly();
		});
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			hasAll(postgres, acknowledged);
		}
	}

	@Test
	void serverKilledDuringTheVeryFirstStart() throws Exception {
		long seed = Long.getLong("seed", System.nanoTime());
		System.out.println("KillTest.serverKilledDuringTheVeryFirstStart: -Dseed=" + seed);
		Random random = new Random(seed);
		folder = parent.resolve("data");
		for (int round = 0; round < 5; round++) {
			boolean fromNothing = round == 0;
			long delay = random.nextLong(fromNothing ? 4_500 : 2_500);
			boolean withChildren = random.nextBoolean();
			Process victim = Folders.victim(folder);
			Thread.sleep(delay);
			List<ProcessHandle> children = victim.descendants().toList();
			victim.destroyForcibly().waitFor();
			if (withChildren) {
				children.forEach(ProcessHandle::destroyForcibly);
			}
			System.out.println("killed after " + delay + " ms, children too: " + withChildren + ", left "
					+ Arrays.toString(folder.toFile().list()));
			try (EmbeddedPostgres postgres = Folders.start(folder)) {
				Folders.migrate(postgres, "create table if not exists written (number int primary key)");
			}
			assertThat(Folders.run("find", folder.toString(), "-name", "*.new-*")).isEmpty();
			Disk.remove(folder.resolve("cluster"));
		}
	}

	/** Lets a server write and kills as told; returns the last number that it printed. */
	private int writeUntilKilled(Consumer<ProcessHandle> kill) throws IOException {
		Process victim = Folders.victim(folder);
		try (BufferedReader output = victim.inputReader()) {
			int acknowledged = read(output, 0, 200);
			kill.accept(victim.toHandle());
			return read(output, acknowledged, Integer.MAX_VALUE);
		}
	}

	/**
	 * Reads what is acknowledged, on from the last number, until there are so many or the
	 * output ends.
	 */
	private static int read(BufferedReader output, int last, int wanted) throws IOException {
		int number = last;
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			assertThat(line).doesNotStartWith("refused");
			number = line.equals("acknowledged " + (number + 1)) ? number + 1 : number;
			if (number >= wanted) {
				break;
			}
		}
		return number;
	}

	private static void hasAll(EmbeddedPostgres postgres, int acknowledged) throws SQLException {
		assertThat(acknowledged).isGreaterThanOrEqualTo(200);
		String count = "select count(*) from written where number <= " + acknowledged;
		assertThat(Folders.ask(postgres, count)).containsExactly(Integer.toString(acknowledged));
	}

	/** A backend that looks for no signal of its postmaster's death while it computes. */
	private static void spin(Connection connection) {
		try {
			Folders.execute(connection, "do $$ begin loop end loop; end $$");
		}
		catch (SQLException killed) {
			// as meant
		}
	}

	private static boolean nobodyRevives() {
		return Thread.getAllStackTraces().keySet().stream().noneMatch(it -> it.getName().equals("postgres-revival"));
	}

	private static boolean answers(EmbeddedPostgres postgres) {
		try {
			return Folders.ask(postgres, "select 1").equals(List.of("1"));
		}
		catch (SQLException away) {
			return false;
		}
	}

	private static boolean spinning(EmbeddedPostgres postgres, Path folder) {
		try (Connection superuser = Folders.superuser(postgres, folder)) {
			return Folders.query(superuser, "select state from pg_stat_activity where usename = 'crm_app'")
				.contains("active");
		}
		catch (IOException | SQLException failure) {
			throw new AssertionError(failure);
		}
	}

}
