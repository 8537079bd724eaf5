package org.solidarity.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port, chosen once and kept in a file; chosen anew where someone else has taken it.
 */
final class Port {

	/** Below the range from which Linux takes the local ports of outgoing connections. */
	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 32_000;

	private Port() {
	}

	static int in(DataFolder folder) throws IOException {
		Path file = folder.path().resolve("port");
		int kept = read(file);
		if (free(kept)) {
			return kept;
		}
		for (int attempt = 0; attempt < 100; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
			if (free(port)) {
				Disk.write(file, port + "\n");
				return port;
			}
		}
		throw new EmbeddedPostgresException("No free port was found between " + LOWEST + " and " + HIGHEST
				+ " on 127.0.0.1 for the database in " + folder.path());
	}

	private static int read(Path file) throws IOException {
		try {
			return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
		}
		catch (NumberFormatException garbage) {
			return 0;
		}
	}

	static boolean free(int port) {
		if (port < 1 || port > 65_535) {
			return false;
		}
		try (var socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException taken) {
			return false;
		}
	}

}
