package org.solidarity.platform;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Tells a constraint of the database that a write met as the fault of its input, by the
 * constraint's name: what no check beforehand can rule out, because another transaction
 * may be faster.
 */
public class Violations {

	private final Map<String, UserError> known = new LinkedHashMap<>();

	/** Where this constraint is met, the input has this fault. */
	public Violations of(String constraint, UserError.Code code, String message, String... path) {
		this.known.put(constraint, UserError.of(code, message, path));
		return this;
	}

	/**
	 * Does the work, in a transaction or around one.
	 * @throws Invalid with the fault of the constraint that was met, where it is known
	 */
	public <T extends @Nullable Object> T during(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (RuntimeException ex) {
			UserError error = this.known.get(constraint(ex));
			throw error != null ? new Invalid(error.code(), error.message(), error.path().toArray(String[]::new)) : ex;
		}
	}

	/** The name of the constraint that failed; empty where another thing did. */
	public static String constraint(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			SQLException error = cause instanceof SQLException sql ? sql : null;
			while (error != null) {
				if (error instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
						&& postgres.getServerErrorMessage().getConstraint() != null) {
					return postgres.getServerErrorMessage().getConstraint();
				}
				error = error.getNextException();
			}
		}
		return "";
	}

}
