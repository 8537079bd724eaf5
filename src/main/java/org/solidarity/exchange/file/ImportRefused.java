package org.solidarity.exchange.file;

/**
 * An import that cannot begin or go on; the message is the one line that its user reads.
 */
public class ImportRefused extends RuntimeException {

	public ImportRefused(String message) {
		super(message, null, false, false);
	}

}
