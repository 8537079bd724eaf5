package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The folder that holds one PostgreSQL and all that belongs to it, locked for us until
 * {@link #close}.
 */
final class DataFolder implements AutoCloseable {

	/**
	 * The folders locked by this JVM. Closing any channel on a file drops every lock the
	 * process has on it (POSIX), so a second try from within must be turned away before
	 * it opens the lock file.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path path;

	private final FileChannel channel;

	private DataFolder(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	static DataFolder open(Path wanted) {
		Path path = writable(wanted);
		if (!HELD.add(path)) {
			throw inUse(path);
		}
		try {
			FileChannel channel = lock(path);
			if (channel != null) {
				return new DataFolder(path, channel);
			}
		}
		catch (IOException | RuntimeException failure) {
			HELD.remove(path);
			throw new EmbeddedPostgresException("The data folder " + path + " cannot be locked", failure);
		}
		HELD.remove(path);
		throw inUse(path);
	}

	private static Path writable(Path wanted) {
		Path path = wanted.toAbsolutePath().normalize();
		Set<PosixFilePermission> permissions;
		try {
			Files.createDirectories(path, PosixFilePermissions.asFileAttribute(Disk.OWNER_ONLY_DIRECTORY));
			path = path.toRealPath();
			permissions = Files.getPosixFilePermissions(path);
			Files.delete(Files.createTempFile(path, "writable.new-", null));
		}
		catch (IOException | UnsupportedOperationException failure) {
			throw new EmbeddedPostgresException("The data folder " + path + " cannot be created or written; "
					+ "choose another one or give it to the user who runs the server", failure);
		}
		if (permissions.contains(PosixFilePermission.GROUP_WRITE)
				|| permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
			throw new EmbeddedPostgresException("The data folder " + path
					+ " can be written by other users; choose another one or run: chmod go-w " + path);
		}
		return path;
	}

	private static @Nullable FileChannel lock(Path path) throws IOException {
		FileChannel channel = FileChannel.open(path.resolve("lock"),
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
				PosixFilePermissions.asFileAttribute(Disk.OWNER_ONLY_FILE));
		FileLock lock = channel.tryLock();
		if (lock == null) {
			channel.close();
			return null;
		}
		return channel;
	}

	private static EmbeddedPostgresException inUse(Path path) {
		return new EmbeddedPostgresException("The data folder " + path
				+ " is in use by another running server; stop that one or choose another folder");
	}

	Path path() {
		return path;
	}

	/** PostgreSQL's own data directory. */
	Path cluster() {
		return path.resolve("cluster");
	}

	/** The passwords of the roles. */
	Path passwords() {
		return path.resolve("passwords");
	}

	/**
	 * What the server says; begun anew at each start, the one before is kept beside it.
	 */
	Path serverLog() {
		return path.resolve("postgres.log");
	}

	/** What the last short-lived command (initdb, pg_ctl) said. */
	Path commandLog() {
		return path.resolve("command.log");
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (IOException failure) {
			throw new EmbeddedPostgresException("The lock of the data folder " + path + " cannot be released", failure);
		}
		finally {
			HELD.remove(path);
		}
	}

}
