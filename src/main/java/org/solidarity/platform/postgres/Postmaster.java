package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server process. */
final class Postmaster {

	private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

	/**
	 * Without a sign of life: a long recovery writes a line every ten seconds and is let
	 * finish.
	 */
	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Duration FAST_LIMIT = Duration.ofSeconds(60);

	private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);

	private final DataFolder folder;

	private final Binaries binaries;

	private final Command command;

	private final int port;

	private final Process process;

	private volatile boolean stopping;

	private Postmaster(DataFolder folder, Binaries binaries, Command command, int port) throws IOException {
		this.folder = folder;
		this.binaries = binaries;
		this.command = command;
		this.port = port;
		List<String> line = new ArrayList<>(List.of(binaries.program("postgres"), "-D", folder.cluster().toString()));
		line.addAll(settings().arguments());
		this.process = command.startServer(line, folder.serverLog());
	}

	/** Returns when the server takes connections. */
	static Postmaster launch(DataFolder folder, Binaries binaries, Command command, Leftovers leftovers)
			throws IOException {
		for (int attempt = 1;; attempt++) {
			int port = Port.in(folder);
			keepPreviousLog(folder.serverLog());
			Postmaster postmaster = new Postmaster(folder, binaries, command, port);
			if (postmaster.becomesReady()) {
				return postmaster;
			}
			boolean worthAnother = !Port.free(port) || !Inhabitants.of(folder.cluster()).isEmpty();
			if (attempt == 3 || !worthAnother) {
				throw new EmbeddedPostgresException("PostgreSQL in " + folder.path() + " ended with "
						+ postmaster.process.exitValue() + " while starting; its log " + folder.serverLog() + " says: "
						+ Command.lastLines(folder.serverLog()));
			}
			leftovers.clear();
		}
	}

	private static void keepPreviousLog(Path serverLog) throws IOException {
		if (Files.exists(serverLog)) {
			Files.move(serverLog, serverLog.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Returns false if the process ended instead. */
	private boolean becomesReady() throws IOException {
		try {
			return awaitReady();
		}
		catch (IOException | RuntimeException | Error failure) {
			stop();
			throw failure;
		}
	}

	private boolean awaitReady() throws IOException {
		long logged = 0;
		long lastSign = System.nanoTime();
		while (!PidFile.in(folder.cluster()).ready(process.pid())) {
			if (!process.isAlive()) {
				return false;
			}
			long size = Files.size(folder.serverLog());
			if (size > logged) {
				logged = size;
				lastSign = System.nanoTime();
			}
			if (System.nanoTime() - lastSign > START_LIMIT.toNanos()) {
				throw new EmbeddedPostgresException("PostgreSQL in " + folder.path() + " was not ready within "
						+ START_LIMIT.toSeconds() + " s; its log " + folder.serverLog() + " says: "
						+ Command.lastLines(folder.serverLog()));
			}
			Processes.pause();
		}
		return true;
	}

	/** Calls back from a thread of its own if the server ends without being told to. */
	void onUnexpectedEnd(Runnable action) {
		process.onExit().thenAcceptAsync(ended -> {
			if (!stopping) {
				log.error("PostgreSQL in {} ended with {}", folder.path(), ended.exitValue());
				action.run();
			}
		}, task -> Thread.ofPlatform().daemon().name("postgres-revival").start(task));
	}

	int port() {
		return port;
	}

	Settings settings() {
		return Settings.of(folder.cluster(), port);
	}

	/** Returns when the process is gone. */
	void stop() {
		stopping = true;
		shutDown(process.pid(), binaries, command, () -> !process.isAlive());
		if (process.isAlive()) {
			process.destroyForcibly();
			Processes.await(IMMEDIATE_LIMIT, () -> !process.isAlive());
		}
	}

	/**
	 * Stops a server: fast (sessions are cut off, what they have not committed is rolled
	 * back), and where that takes too long at once, leaving the rest to the recovery at
	 * the next start.
	 */
	static void shutDown(long pid, Binaries binaries, Command command, BooleanSupplier gone) {
		try {
			for (Signal signal : Signal.values()) {
				if (gone.getAsBoolean()) {
					return;
				}
				command.run(Duration.ofSeconds(10), binaries.program("pg_ctl"), "kill", signal.name(),
						Long.toString(pid));
				if (Processes.await(signal.limit, gone)) {
					return;
				}
			}
		}
		catch (EmbeddedPostgresException | IOException failure) {
			if (!gone.getAsBoolean()) {
				log.warn("PostgreSQL's process {} cannot be told to stop", pid, failure);
			}
		}
	}

	private enum Signal {

		INT(FAST_LIMIT), QUIT(IMMEDIATE_LIMIT), KILL(IMMEDIATE_LIMIT);

		private final Duration limit;

		Signal(Duration limit) {
			this.limit = limit;
		}

	}

}
