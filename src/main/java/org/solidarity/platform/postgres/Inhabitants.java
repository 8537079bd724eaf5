package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The PostgreSQL processes that live in a data directory, whatever its postmaster.pid
 * says. Each of them has it as its working directory; before it gets there, it has it
 * among its arguments.
 */
final class Inhabitants {

	/**
	 * A shell or a backup that stands in the directory is none. The last two become
	 * postgres in a moment.
	 */
	private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "setsid", "unshare");

	private Inhabitants() {
	}

	static List<ProcessHandle> of(Path directory) {
		return ProcessHandle.allProcesses().filter(process -> livesIn(directory, process.pid())).toList();
	}

	private static boolean livesIn(Path directory, long pid) {
		Path proc = Path.of("/proc", Long.toString(pid));
		try {
			return PROGRAMS.contains(Files.readString(proc.resolve("comm")).strip())
					&& (argument(proc, directory) || worksIn(proc, directory));
		}
		catch (IOException gone) {
			return false;
		}
	}

	private static boolean argument(Path proc, Path directory) throws IOException {
		String commandLine = new String(Files.readAllBytes(proc.resolve("cmdline")), StandardCharsets.UTF_8);
		return List.of(commandLine.split("\0")).contains(directory.toString());
	}

	private static boolean worksIn(Path proc, Path directory) throws IOException {
		return Files.readSymbolicLink(proc.resolve("cwd")).equals(directory);
	}

}
