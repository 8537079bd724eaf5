package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What Linux knows about processes, by number. */
final class Processes {

	private Processes() {
	}

	/**
	 * Whether the number is taken, by a process, dead or alive, or by a thread:
	 * PostgreSQL takes all for the same.
	 */
	static boolean exists(long pid) {
		return Files.exists(Path.of("/proc", Long.toString(pid)));
	}

	/** Whether the process is dead and only waits for its parent to notice. */
	static boolean zombie(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
		}
		catch (IOException gone) {
			return false;
		}
	}

	/** Kills the process and waits until it is gone. */
	static void kill(ProcessHandle process) {
		process.destroyForcibly();
		await(Duration.ofSeconds(10), () -> !process.isAlive());
	}

	/** Returns whether the condition came true in time. */
	static boolean await(Duration limit, BooleanSupplier condition) {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			pause();
		}
		return true;
	}

	static void pause() {
		try {
			Thread.sleep(10);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new EmbeddedPostgresException("Interrupted while PostgreSQL was starting or stopping");
		}
	}

}
