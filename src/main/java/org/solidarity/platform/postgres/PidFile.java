package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's postmaster.pid as it was at one moment: its process number first, its
 * state in the eighth line.
 */
record PidFile(Path path, List<String> lines) {

	static final long UNKNOWN = 0;

	static PidFile in(Path cluster) {
		Path path = cluster.resolve("postmaster.pid");
		try {
			return new PidFile(path, Files.readAllLines(path));
		}
		catch (IOException absent) {
			return new PidFile(path, List.of());
		}
	}

	boolean exists() {
		return Files.exists(path);
	}

	/** {@link #UNKNOWN} if the file is absent or, after a power cut, empty. */
	long pid() {
		try {
			return lines.isEmpty() ? UNKNOWN : Long.parseLong(lines.getFirst().strip());
		}
		catch (NumberFormatException garbage) {
			return UNKNOWN;
		}
	}

	/** Whether this process has written that it takes connections. */
	boolean ready(long expectedPid) {
		return pid() == expectedPid && lines.size() >= 8 && lines.get(7).strip().equals("ready");
	}

}
