package org.solidarity.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the database. A transaction belongs to one viewer, whom the policies of
 * row-level security read from it; outside of one nobody is asking, and the policies show
 * nothing.
 */
@Component
public class Transactions {

	private static final Object VIEWER = new Object();

	private final DSLContext sql;

	private final TransactionTemplate reading;

	private final TransactionTemplate writing;

	Transactions(DSLContext sql, PlatformTransactionManager manager) {
		this.sql = sql;
		this.writing = new TransactionTemplate(manager);
		this.reading = new TransactionTemplate(manager);
		this.reading.setReadOnly(true);
	}

	/**
	 * Reads from one snapshot; joins the transaction that the same viewer has open, be it
	 * reading or writing.
	 */
	public <T extends @Nullable Object> T read(Viewer viewer, Supplier<T> work) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return join(viewer, work);
		}
		return begin(this.reading, "set transaction isolation level repeatable read; ", viewer, work);
	}

	/**
	 * Writes all or nothing; joins the writing transaction that the same viewer has open.
	 */
	public <T extends @Nullable Object> T write(Viewer viewer, Supplier<T> work) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
				throw new IllegalStateException("a write inside a read");
			}
			return join(viewer, work);
		}
		return begin(this.writing, "", viewer, work);
	}

	private <T extends @Nullable Object> T join(Viewer viewer, Supplier<T> work) {
		if (!viewer.equals(TransactionSynchronizationManager.getResource(VIEWER))) {
			throw new IllegalStateException("a transaction belongs to one viewer");
		}
		return work.get();
	}

	private <T extends @Nullable Object> T begin(TransactionTemplate kind, String mode, Viewer viewer,
			Supplier<T> work) {
		return kind.execute(status -> {
			TransactionSynchronizationManager.bindResource(VIEWER, viewer);
			try {
				tell(mode, viewer);
				return work.get();
			}
			finally {
				TransactionSynchronizationManager.unbindResource(VIEWER);
			}
		});
	}

	/**
	 * Mode and viewer in one round trip; the values are enum names and uuids, which
	 * cannot break out of a literal.
	 */
	private void tell(String mode, Viewer viewer) {
		String settings = mode + "select set_config('crm.role', '" + viewer.role()
				+ "', true), set_config('crm.account', '" + (viewer.group() == null ? viewer.id() : "")
				+ "', true), set_config('crm.partner_group', '" + Objects.requireNonNullElse(viewer.group(), "")
				+ "', true)";
		this.sql.connection(connection -> {
			try (var statement = connection.createStatement()) {
				statement.execute(settings);
			}
		});
	}

	/**
	 * Sends rows to a table by the fast way that PostgreSQL has for many; only inside a
	 * write.
	 * @param statement a COPY FROM STDIN
	 * @param rows as that statement reads them
	 */
	public void copy(String statement, String rows) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("a copy outside a write");
		}
		this.sql.connection(connection -> {
			try {
				connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Works while nobody else works under that name, in this application or another on
	 * the same database.
	 * @return false where somebody does, and nothing was done
	 */
	public boolean alone(String name, Runnable work) {
		return this.sql.connectionResult(connection -> {
			if (!ask(connection, "select pg_try_advisory_lock(hashtext(?))", name)) {
				return false;
			}
			try {
				work.run();
				return true;
			}
			finally {
				ask(connection, "select pg_advisory_unlock(hashtext(?))", name);
			}
		});
	}

	private static boolean ask(Connection connection, String question, String name) throws SQLException {
		try (var statement = connection.prepareStatement(question)) {
			statement.setString(1, name);
			try (var answer = statement.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		}
	}

}
