package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL's data directory: made beside and renamed, so it is whole or not there. */
final class Cluster {

	/** No replication, no socket, no other address, no other way in than a password. */
	private static final String ACCESS = """
			# type  database  user      address       method
			host    all       postgres  127.0.0.1/32  scram-sha-256
			host    crm       all       127.0.0.1/32  scram-sha-256
			""";

	private final DataFolder folder;

	private final Binaries binaries;

	private final Command command;

	Cluster(DataFolder folder, Binaries binaries, Command command) {
		this.folder = folder;
		this.binaries = binaries;
		this.command = command;
	}

	void ensureInitialised(Passwords passwords) throws IOException {
		if (!Files.exists(folder.cluster())) {
			initialise(passwords);
		}
		requireSameVersion();
	}

	private void initialise(Passwords passwords) throws IOException {
		Path passwordFile = folder.path().resolve("initdb.new-password");
		Path beside = Disk.beside(folder.cluster());
		try {
			Disk.write(passwordFile, passwords.login(Passwords.SUPERUSER).password());
			command.run(Duration.ofSeconds(120), binaries.program("initdb"), "-D", beside.toString(), //
					"--username=" + Passwords.SUPERUSER, "--pwfile=" + passwordFile, "--auth=scram-sha-256", //
					"--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", //
					"--lc-ctype=C.UTF-8", // pg_trgm asks it what a letter is: in C, Ä is
											// none and is dropped
					"-c", "shared_buffers=256MB", "-c", "max_connections=60", "-c", "jit=off", "-c", "timezone=UTC");
		}
		finally {
			Files.deleteIfExists(passwordFile);
		}
		Disk.write(beside.resolve("pg_hba.conf"), ACCESS);
		Disk.publish(beside, folder.cluster());
	}

	private void requireSameVersion() throws IOException {
		Path versionFile = folder.cluster().resolve("PG_VERSION");
		String made = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "of an unknown version";
		String have = binaries.majorVersion();
		if (!made.equals(have)) {
			throw new EmbeddedPostgresException("The data in " + folder.cluster() + " was made by PostgreSQL " + made
					+ ", but this server brings PostgreSQL " + have
					+ "; export it with the server that made it and import it into a new folder");
		}
	}

}
