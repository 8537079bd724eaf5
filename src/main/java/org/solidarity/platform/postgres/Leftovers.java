package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run that was killed may have left: a server without us, its processes
 * without it, a postmaster.pid with a number that means nothing any more. We hold the
 * folder's lock, so whatever lives there has lost its master.
 */
final class Leftovers {

	private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

	private static final Duration ZOMBIE_LIMIT = Duration.ofSeconds(10);

	/** The sessions of a dead server end by themselves, unless they compute. */
	private static final Duration SESSION_LIMIT = Duration.ofSeconds(3);

	private final DataFolder folder;

	private final Binaries binaries;

	private final Command command;

	Leftovers(DataFolder folder, Binaries binaries, Command command) {
		this.folder = folder;
		this.binaries = binaries;
		this.command = command;
	}

	void clear() throws IOException {
		evict();
		PidFile pidFile = PidFile.in(folder.cluster());
		if (!pidFile.exists()) {
			return;
		}
		long pid = pidFile.pid();
		if (Processes.zombie(pid) && Processes.await(ZOMBIE_LIMIT, () -> !Processes.zombie(pid))) {
			log.info("The process {} that ran PostgreSQL in {} is gone now", pid, folder.path());
		}
		if (pid == PidFile.UNKNOWN || Processes.exists(pid)) {
			Path aside = folder.path().resolve("postmaster.pid.stale");
			Files.move(pidFile.path(), aside, StandardCopyOption.REPLACE_EXISTING);
			log.warn("PostgreSQL in {} was killed and its number {} is someone else's now; moved its file to {}",
					folder.path(), pid, aside);
		}
	}

	/** Afterwards nobody lives in the cluster. */
	private void evict() throws IOException {
		List<ProcessHandle> inhabitants = Inhabitants.of(folder.cluster());
		if (inhabitants.isEmpty()) {
			return;
		}
		long postmaster = PidFile.in(folder.cluster()).pid();
		log.warn("PostgreSQL in {} outlived the server that started it; stopping it", folder.path());
		if (inhabitants.stream().anyMatch(process -> process.pid() == postmaster)) {
			Postmaster.shutDown(postmaster, binaries, command, this::empty);
		}
		else {
			Processes.await(SESSION_LIMIT, this::empty);
		}
		Inhabitants.of(folder.cluster()).forEach(Processes::kill);
		if (!empty()) {
			throw new EmbeddedPostgresException(
					"A PostgreSQL that cannot be stopped runs in " + folder.path() + "; stop these processes by hand: "
							+ Inhabitants.of(folder.cluster()).stream().map(ProcessHandle::pid).toList());
		}
	}

	private boolean empty() {
		return Inhabitants.of(folder.cluster()).isEmpty();
	}

}
