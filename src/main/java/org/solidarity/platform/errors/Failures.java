package org.solidarity.platform.errors;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a failure is to whoever asked: a refusal, a database that is away, or a defect.
 */
public final class Failures {

	private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

	private static final String QUERY_CANCELED = "57014";

	private Failures() {
	}

	/** The refusal that lies at the bottom of a failure; empty where it is a defect. */
	public static Optional<Refused> refusal(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refused refused) {
				return Optional.of(refused);
			}
			if (cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())) {
				return Optional.of(new Refused(ErrorCode.LIMIT_EXCEEDED, "It took too long; ask for less at once.",
						Map.of("limit", "time")));
			}
			if (cause instanceof CannotCreateTransactionException
					|| (cause instanceof SQLException sql && isAway(sql))) {
				LOG.warn("the database does not answer: {}", rootMessage(failure));
				return Optional
					.of(new Refused(ErrorCode.UNAVAILABLE, "The database does not answer; try again in a while."));
			}
		}
		return Optional.empty();
	}

	/** How a refusal is told at the top of an answer. */
	public static Map<String, Object> shown(Refused refused) {
		return ShownError.of(refused, null, null).toSpecification();
	}

	/** Logs the failure; its sender is told nothing but the id under which it stands. */
	public static Refused defect(Throwable failure, Object where) {
		String id = UUID.randomUUID().toString();
		LOG.error("defect {} at {}", id, where, failure);
		return new Refused(ErrorCode.INTERNAL, "Something went wrong on our side; tell us the id.", Map.of("id", id));
	}

	/** No connection to be had, a broken one, or a server that goes down or comes up. */
	private static boolean isAway(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		return failure instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("53")
				|| (state.startsWith("57P"));
	}

	private static String rootMessage(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage());
	}

}
