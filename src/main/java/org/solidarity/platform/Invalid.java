package org.solidarity.platform;

import java.util.List;

/**
 * Thrown by a door whose input cannot stand; undoes the transaction and becomes the
 * payload's {@code errors}.
 */
public class Invalid extends RuntimeException {

	private final transient List<UserError> errors;

	public Invalid(List<UserError> errors) {
		super(errors.toString(), null, false, false);
		this.errors = List.copyOf(errors);
	}

	public Invalid(UserError.Code code, String message, String... path) {
		this(List.of(UserError.of(code, message, path)));
	}

	public List<UserError> errors() {
		return this.errors;
	}

}
