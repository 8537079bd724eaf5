package org.solidarity.platform;

import java.util.List;

/**
 * Something in a mutation's input that its sender can put right.
 *
 * @param message the field, what is wrong with its value, and what is allowed
 * @param path the way into the input, such as {@code ["input", "pledges", "3", "amount"]}
 */
public record UserError(Code code, String message, List<String> path) {

	/** The closed list of what can be wrong. */
	public enum Code {

		REQUIRED, INVALID, TOO_LONG, OUT_OF_RANGE, NOT_FOUND, TAKEN, MOVE_NOT_ALLOWED, CYCLE, IDEMPOTENCY_KEY_REUSED

	}

	public static UserError of(Code code, String message, String... path) {
		return new UserError(code, message, List.of(path));
	}

}
