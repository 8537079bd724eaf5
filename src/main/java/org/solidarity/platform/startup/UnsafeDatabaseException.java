package org.solidarity.platform.startup;

/**
 * The database would not keep what this server promises of it; the message says what to
 * do.
 */
class UnsafeDatabaseException extends RuntimeException {

	UnsafeDatabaseException(String message) {
		super(message);
	}

}
