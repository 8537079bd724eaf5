package org.solidarity.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root: then they run in a user
 * namespace of their own, where root is called nobody and still owns its files.
 */
final class Command {

	private static final Path NOTHING = Path.of("/dev/null");

	private final Path output;

	private final List<String> prefix;

	Command(Path output) throws IOException {
		this.output = output;
		this.prefix = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0 ? List.of("unshare", "-U")
				: List.of();
		if (!prefix.isEmpty()) {
			requireNamespaces();
		}
	}

	private void requireNamespaces() {
		try {
			run(Duration.ofSeconds(10), "true");
		}
		catch (EmbeddedPostgresException | IOException failure) {
			throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and user namespaces (unshare -U) "
					+ "are not available here; start the server as an ordinary user or give it a PostgreSQL of its own",
					failure);
		}
	}

	/** Runs to the end; what it prints gets into the exception where it fails. */
	void run(Duration limit, String... command) throws IOException {
		Process process = start(List.of(command), output);
		try {
			if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				process.destroyForcibly();
				throw failed(command, "did not end within " + limit.toSeconds() + " s");
			}
		}
		catch (InterruptedException interrupted) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw failed(command, "was interrupted");
		}
		if (process.exitValue() != 0) {
			throw failed(command, "ended with " + process.exitValue());
		}
	}

	private EmbeddedPostgresException failed(String[] command, String how) {
		return new EmbeddedPostgresException(command[0] + " " + how + ": " + lastLines(output));
	}

	/**
	 * Runs beside us, in a session of its own: a Ctrl-C at our terminal must not reach
	 * it, we stop it when we are done.
	 */
	Process startServer(List<String> command, Path serverLog) throws IOException {
		List<String> inSession = new ArrayList<>(List.of("setsid"));
		inSession.addAll(command);
		return start(inSession, serverLog);
	}

	private Process start(List<String> command, Path output) throws IOException {
		List<String> whole = new ArrayList<>(prefix);
		whole.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true)
			.redirectInput(NOTHING.toFile())
			.redirectOutput(emptyFile(output));
		builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		try {
			return builder.start();
		}
		catch (IOException failure) {
			throw new EmbeddedPostgresException(whole.getFirst() + " cannot be run; install the package util-linux, or "
					+ "choose a data folder on a file system that is not mounted noexec", failure);
		}
	}

	private static File emptyFile(Path path) throws IOException {
		Files.deleteIfExists(path);
		return Files.createFile(path, PosixFilePermissions.asFileAttribute(Disk.OWNER_ONLY_FILE)).toFile();
	}

	static String lastLines(Path file) {
		try {
			List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank())
				.toList();
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
		}
		catch (IOException unreadable) {
			return "nothing more is known";
		}
	}

}
