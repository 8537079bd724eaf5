package org.solidarity.platform.postgres;

/**
 * PostgreSQL cannot be had; the message is one line for the operator: what happened,
 * where, what to do.
 */
public class EmbeddedPostgresException extends RuntimeException {

	EmbeddedPostgresException(String message) {
		super(oneLine(message));
	}

	EmbeddedPostgresException(String message, Throwable cause) {
		super(oneLine(message + " (" + reason(cause) + ")"), cause);
	}

	private static String reason(Throwable cause) {
		return cause.getClass().getSimpleName() + ": " + cause.getMessage();
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", " | ");
	}

}
