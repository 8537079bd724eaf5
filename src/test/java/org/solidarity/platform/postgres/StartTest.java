package org.solidarity.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Starting and stopping as meant, and the refusals, each in one line that tells the
 * operator what to do.
 */
class StartTest {

	@TempDir
	Path parent;

	@Test
	void firstStartMakesEverythingForTheOwnerOnlyAndARestartKeepsDataAndPort() throws Exception {
		Path folder = parent.resolve("not/yet/there");
		int port;
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			port = postgres.port();
			Folders.migrate(postgres, "create table kept as select 'here' as word");
		}
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(postgres.port()).isEqualTo(port);
			assertThat(Folders.ask(postgres, "select word from kept")).containsExactly("here");
		}
		assertThat(Folders.run("find", folder.toString(), "-not", "-type", "l", "-perm", "/077")).isEmpty();
		assertThat(Folders.run("find", folder.toString(), "-name", "*.new-*")).isEmpty();
	}

	@Test
	void closedServerIsGoneAndASecondCloseDoesNothing() throws Exception {
		Path folder = Folders.used(parent);
		EmbeddedPostgres postgres = Folders.start(folder);
		long pid = Folders.postmasterPid(folder);
		postgres.close();
		postgres.close();
		assertThat(Processes.exists(pid)).isFalse();
		assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
		assertThat(Port.free(postgres.port())).isTrue();
	}

	@Test
	void closeDoesNotWaitForAClientThatStaysAndStopsAlsoWhenInterrupted() throws Exception {
		Path folder = Folders.used(parent);
		EmbeddedPostgres postgres = Folders.start(folder);
		try (var connection = Folders.connect(postgres, postgres.app())) {
			assertThat(connection.isValid(1)).isTrue();
			Thread.currentThread().interrupt();
			postgres.close();
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(Files.readString(folder.resolve("postgres.log"))).contains("database system is shut down");
	}

	@Test
	void secondServerOnTheSameFolderIsRefusedInThisProcessAndInAnother() throws Exception {
		Path folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			Path detour = folder.resolve("../data");
			assertThatExceptionOfType(EmbeddedPostgresException.class).isThrownBy(() -> Folders.start(detour))
				.withMessage("The data folder " + folder
						+ " is in use by another running server; stop that one or choose another folder");
			Process other = Folders.victim(folder);
			assertThat(other.inputReader().readAllLines()).singleElement()
				.asString()
				.startsWith("refused The data folder " + folder + " is in use");
			assertThat(Folders.ask(postgres, "select 1")).containsExactly("1");
		}
	}

	@Test
	void folderThatCannotBeWrittenIsRefused() throws IOException {
		Path file = Files.createFile(parent.resolve("file"));
		for (Path folder : new Path[] { file, file.resolve("below"), Path.of("/proc/solidarity") }) {
			refused(folder, "The data folder " + folder + " cannot be created or written; choose another one");
		}
	}

	@Test
	void folderThatOthersCanWriteIsRefused() throws IOException {
		Path folder = Files.createDirectory(parent.resolve("open"));
		for (String permissions : new String[] { "rwxrwx---", "rwx---rwx" }) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
			refused(folder, "can be written by other users; choose another one or run: chmod go-w " + folder);
		}
	}

	@Test
	void rootWithoutUserNamespacesIsTold() throws Exception {
		Path folder = Folders.used(parent);
		Process root = Folders.victim(folder, "unshare", "--user", "--map-root-user", "sh", "-c",
				"echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh");
		assertThat(root.inputReader().readAllLines()).singleElement()
			.asString()
			.startsWith("refused PostgreSQL refuses to run as root, and user namespaces (unshare -U) are not available "
					+ "here; start the server as an ordinary user");
	}

	@Test
	void interruptAtTheTerminalDoesNotReachTheServer() throws Exception {
		Path folder = Folders.used(parent);
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(postgres.port()).isPositive();
			String pid = Long.toString(Folders.postmasterPid(folder));
			String stat = Files.readString(Path.of("/proc", pid, "stat"));
			String[] stateParentGroupSession = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			assertThat(stateParentGroupSession[3]).isEqualTo(pid);
		}
	}

	@Test
	void portTakenBySomeoneElseIsReplacedForGood() throws Exception {
		Path folder = Folders.used(parent);
		int kept = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
		int replacement;
		try (var thief = new ServerSocket(kept, 1, InetAddress.getLoopbackAddress());
				EmbeddedPostgres postgres = Folders.start(folder)) {
			replacement = postgres.port();
			assertThat(replacement).isNotEqualTo(thief.getLocalPort());
			assertThat(Folders.ask(postgres, "select 1")).containsExactly("1");
		}
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(postgres.port()).isEqualTo(replacement);
		}
	}

	@Test
	void serverThatDiesWhileStartingIsToldAtOnceWithItsLastWords() throws Exception {
		Path folder = Folders.used(parent);
		Files.writeString(folder.resolve("cluster/postgresql.conf"), "shared_buffers = 'plenty'\n");
		long begin = System.nanoTime();
		refused(folder, "PostgreSQL in " + folder + " ended with 1 while starting; its log ");
		assertThat(System.nanoTime() - begin).isLessThan(30_000_000_000L);
		refused(folder, "invalid value for parameter \"shared_buffers\": \"plenty\"");
	}

	@Test
	void dataOfAnotherVersionAndLostPasswordsAreRefused() throws Exception {
		Path folder = Folders.used(parent);
		Path version = folder.resolve("cluster/PG_VERSION");
		String ours = Files.readString(version);
		Files.writeString(version, "17\n");
		refused(folder, "was made by PostgreSQL 17, but this server brings PostgreSQL " + ours.strip());
		Files.writeString(version, ours);
		Files.delete(folder.resolve("passwords"));
		refused(folder, "are missing from " + folder.resolve("passwords") + "; restore this file");
	}

	@Test
	void unpackedProgramsOfAnotherVersionAreRemoved() throws Exception {
		Path folder = Folders.used(parent);
		Path old = Files.createDirectories(folder.resolve("binaries-0123456789abcdef/bin")).getParent();
		Folders.start(folder).close();
		assertThat(old).doesNotExist();
	}

	private static void refused(Path folder, String part) {
		assertThatExceptionOfType(EmbeddedPostgresException.class).isThrownBy(() -> Folders.start(folder))
			.withMessageContaining(part)
			.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
	}

}
