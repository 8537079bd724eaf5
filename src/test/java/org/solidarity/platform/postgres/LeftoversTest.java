package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A postmaster.pid that an earlier run left behind, in every state in which its number
 * can be.
 */
class LeftoversTest {

	@TempDir
	Path parent;

	@Test
	void numberOfNobodyIsNoObstacle() throws Exception {
		Path folder = Folders.used(parent);
		Process dead = new ProcessBuilder("true").start();
		dead.waitFor();
		leave(folder, dead.pid());
		starts(folder);
		assertThat(aside(folder)).doesNotExist();
	}

	@Test
	void numberThatAnotherProcessHasTakenIsMovedAside() throws Exception {
		Path folder = Folders.used(parent);
		Process foreign = new ProcessBuilder("sleep", "100").directory(folder.resolve("cluster").toFile()).start();
		try {
			leave(folder, foreign.pid());
			starts(folder);
			assertThat(aside(folder)).content().startsWith(foreign.pid() + "\n");
			assertThat(foreign.isAlive()).isTrue();
		}
		finally {
			foreign.destroyForcibly();
		}
	}

	@Test
	void numberThatAThreadOfOursHasTakenIsMovedAside() throws Exception {
		Path folder = Folders.used(parent);
		try (var threads = Files.list(Path.of("/proc/self/task"))) {
			leave(folder,
					threads.mapToLong(thread -> Long.parseLong(thread.getFileName().toString())).max().orElseThrow());
		}
		starts(folder);
		assertThat(aside(folder)).exists();
	}

	@Test
	void emptyFileAfterAPowerCutIsMovedAside() throws Exception {
		Path folder = Folders.used(parent);
		Files.createFile(folder.resolve("cluster/postmaster.pid"));
		starts(folder);
		assertThat(aside(folder)).isEmptyFile();
	}

	@Test
	void zombieIsWaitedForAndOneThatStaysIsMovedAside() throws Exception {
		Path folder = Folders.used(parent);
		Process parentOfZombie = new ProcessBuilder("sh", "-c", "true & exec sleep 100").start();
		try {
			assertThat(Processes.await(Duration.ofSeconds(5),
					() -> parentOfZombie.children().anyMatch(child -> Processes.zombie(child.pid()))))
				.isTrue();
			long zombie = parentOfZombie.children().findFirst().orElseThrow().pid();
			leave(folder, zombie);
			long begin = System.nanoTime();
			starts(folder);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(10));
			assertThat(aside(folder)).content().startsWith(zombie + "\n");

			Files.delete(aside(folder));
			leave(folder, zombie);
			Thread.ofVirtual().start(() -> {
				Processes.await(Duration.ofSeconds(1), () -> false);
				parentOfZombie.destroyForcibly();
			});
			starts(folder);
			assertThat(aside(folder)).doesNotExist();
		}
		finally {
			parentOfZombie.destroyForcibly();
		}
	}

	/** As PostgreSQL writes it, seven lines and the state. */
	private static void leave(Path folder, long pid) throws IOException {
		Path cluster = folder.resolve("cluster");
		Files.writeString(cluster.resolve("postmaster.pid"), """
				%d
				%s
				1764000000
				20000

				127.0.0.1
				  1234567         0
				ready\s\s\s
				""".formatted(pid, cluster));
	}

	private static void starts(Path folder) throws Exception {
		try (EmbeddedPostgres postgres = Folders.start(folder)) {
			assertThat(Folders.ask(postgres, "select 1")).containsExactly("1");
		}
	}

	private static Path aside(Path folder) {
		return folder.resolve("postmaster.pid.stale");
	}

}
