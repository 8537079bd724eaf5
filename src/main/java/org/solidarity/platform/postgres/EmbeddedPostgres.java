package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in one folder, at one loopback port, safe to kill at any
 * moment: what was committed is there after the next {@link #start}. If only the server
 * is killed, it comes back by itself at the same port. There is no shutdown hook: whoever
 * starts it closes it, after everyone who uses it. Linux only (x86-64 and arm64, glibc).
 */
public final class EmbeddedPostgres implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

	/** A server that dies again so soon after a revival is not helped by another. */
	private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(60);

	private final DataFolder folder;

	private final Binaries binaries;

	private final Command command;

	private final Passwords passwords;

	private volatile Postmaster postmaster;

	private long revivedAt = System.nanoTime() - REVIVAL_PAUSE.toNanos();

	private boolean closed;

	private EmbeddedPostgres(DataFolder folder, String rolesSql) throws IOException {
		this.folder = folder;
		this.binaries = Binaries.unpackedIn(folder);
		this.command = new Command(folder.commandLog());
		this.passwords = Passwords.in(folder);
		new Cluster(folder, binaries, command).ensureInitialised(passwords);
		this.postmaster = launch(rolesSql);
	}

	/**
	 * Starts the server and returns when it answers and has proved that its settings are
	 * the safe ones. A first start creates the folder, the cluster and the database
	 * {@code crm}.
	 * @param dataFolder everything lives in it; created with mode 0700 where it does not
	 * exist
	 * @param rolesSql run as superuser in the database {@code crm} at every start, so it
	 * must be repeatable; must create the roles {@code crm_migrator} and {@code crm_app}
	 * @throws EmbeddedPostgresException if it cannot be had; nothing is left running then
	 */
	public static EmbeddedPostgres start(Path dataFolder, String rolesSql) {
		long begin = System.nanoTime();
		DataFolder folder = DataFolder.open(dataFolder);
		try {
			EmbeddedPostgres started = new EmbeddedPostgres(folder, rolesSql);
			started.watch(rolesSql);
			log.info("PostgreSQL runs in {} at port {} ({} ms)", folder.path(), started.port(),
					(System.nanoTime() - begin) / 1_000_000);
			return started;
		}
		catch (IOException failure) {
			folder.close();
			throw new EmbeddedPostgresException("PostgreSQL cannot use the data folder " + folder.path()
					+ "; look at its free space and its permissions", failure);
		}
		catch (RuntimeException | Error failure) {
			folder.close();
			throw failure;
		}
	}

	/**
	 * Returns a server that takes connections and has proved to be safe, or leaves none.
	 */
	private Postmaster launch(String rolesSql) throws IOException {
		Leftovers leftovers = new Leftovers(folder, binaries, command);
		leftovers.clear();
		Postmaster launched = Postmaster.launch(folder, binaries, command, leftovers);
		try {
			Database database = new Database(launched.port(), passwords, folder);
			database.prepare(rolesSql);
			database.verify(launched.settings());
			binaries.removeOthers();
			return launched;
		}
		catch (IOException | RuntimeException | Error failure) {
			launched.stop();
			throw failure;
		}
	}

	private void watch(String rolesSql) {
		postmaster.onUnexpectedEnd(() -> revive(rolesSql));
	}

	/**
	 * The server was killed, by the kernel for want of memory or by a hand; we are not,
	 * so it comes back.
	 */
	private synchronized void revive(String rolesSql) {
		if (closed) {
			return;
		}
		if (System.nanoTime() - revivedAt < REVIVAL_PAUSE.toNanos()) {
			log.error("PostgreSQL in {} ended again at once; look at {} and restart the server", folder.path(),
					folder.serverLog());
			return;
		}
		int port = port();
		try {
			postmaster = launch(rolesSql);
			revivedAt = System.nanoTime();
			watch(rolesSql);
			if (port() != port) {
				log.error("Another program has taken PostgreSQL's port {}; restart the server", port);
			}
		}
		catch (IOException | RuntimeException failure) {
			log.error("PostgreSQL in {} ended and cannot be started again; restart the server", folder.path(), failure);
		}
	}

	/** The port on 127.0.0.1; the same at every start as long as no one else takes it. */
	public int port() {
		return postmaster.port();
	}

	/** The database {@code crm}, without user, password or parameters. */
	public String jdbcUrl() {
		return Database.url(postmaster.port(), Database.NAME);
	}

	/** Who may change the schema; acts as {@code crm_owner}. */
	public Login migrator() {
		return passwords.login(Passwords.MIGRATOR);
	}

	/** Who the application is; owns nothing. */
	public Login app() {
		return passwords.login(Passwords.APP);
	}

	/**
	 * Stops the server, cutting off whoever is still connected, and frees the folder. A
	 * second call does nothing.
	 */
	@Override
	public synchronized void close() {
		if (closed) {
			return;
		}
		closed = true;
		boolean interrupted = Thread.interrupted();
		try {
			postmaster.stop();
		}
		finally {
			folder.close();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
		log.info("PostgreSQL in {} has stopped", folder.path());
	}

	/** A role that may log in. */
	public record Login(String role, String password) {

		/** The role only: a password never gets into a log. */
		@Override
		public String toString() {
			return role;
		}

	}

}
