package org.solidarity.platform.startup;

import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.postgres.EmbeddedPostgresException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells an operator in one line why the server did not start, where the cause is one that
 * an operator can mend.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineFailure implements SpringBootExceptionReporter {

	OneLineFailure(@Nullable ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		String line = line(failure);
		if (line == null) {
			return false;
		}
		System.err.println("ERROR: " + line.replaceAll("\\s*\\R\\s*", " "));
		return true;
	}

	/** Of the innermost cause that an operator can mend; null where there is none. */
	static @Nullable String line(Throwable failure) {
		String line = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String mendable = mendable(cause);
			line = mendable != null ? mendable : line;
		}
		return line;
	}

	private static @Nullable String mendable(Throwable cause) {
		return switch (cause) {
			case EmbeddedPostgresException postgres -> postgres.getMessage();
			case UnsafeDatabaseException unsafe -> unsafe.getMessage();
			case PortInUseException port ->
				"Port " + port.getPort() + " is in use; stop what listens there, or set SERVER_PORT to another one.";
			case LiquibaseException migration -> "The database could not be migrated: " + migration.getMessage()
					+ ". SPRING_LIQUIBASE_USER must name a role that acts as crm_owner (db/roles.sql).";
			case SQLException connection when isConnection(connection) ->
				"The database cannot be reached: " + connection.getMessage() + " Look at SPRING_DATASOURCE_URL.";
			default -> null;
		};
	}

	/**
	 * SQL states of class 08 (connection) and 28 (authorization), and 3D000, no such
	 * database.
	 */
	private static boolean isConnection(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
	}

}
