package org.solidarity.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers everything that is wrong with one input, so that its sender is told all of it
 * at once.
 */
public class Checks {

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

	private final List<UserError> errors = new ArrayList<>();

	public Checks that(boolean holds, UserError.Code code, String message, String... path) {
		if (!holds) {
			this.errors.add(UserError.of(code, message, path));
		}
		return this;
	}

	/** A text that must say something, in at most {@code length} characters. */
	public Checks text(@Nullable String value, int length, String... path) {
		String field = path[path.length - 1];
		if (value == null || value.isBlank()) {
			return that(false, UserError.Code.REQUIRED, field + " is empty; give 1 to " + length + " characters.",
					path);
		}
		return optionalText(value, length, path);
	}

	public Checks optionalText(@Nullable String value, int length, String... path) {
		String field = path[path.length - 1];
		return that(value == null || value.codePointCount(0, value.length()) <= length, UserError.Code.TOO_LONG,
				field + " is longer than " + length + " characters.", path);
	}

	public Checks matches(@Nullable String value, Pattern pattern, String allowed, String... path) {
		String field = path[path.length - 1];
		return that(value == null || pattern.matcher(value).matches(), UserError.Code.INVALID,
				field + " is not valid; allowed: " + allowed + ".", path);
	}

	/** A language tag. */
	public Checks language(@Nullable String value, String... path) {
		return matches(value, LANGUAGE, "a BCP 47 tag such as es or zh-Hant", path);
	}

	/** A day that people can mean: from 1800 to 2199. */
	public Checks day(@Nullable LocalDate day, String... path) {
		String field = path[path.length - 1];
		return that(day == null || (day.getYear() >= 1800 && day.getYear() < 2200), UserError.Code.OUT_OF_RANGE,
				field + " is " + day + "; allowed: 1800-01-01 to 2199-12-31.", path);
	}

	/** A first day, and the first day after the last, in the fields since and until. */
	public Checks period(@Nullable LocalDate since, @Nullable LocalDate until, String path) {
		return day(since, path, "since").day(until, path, "until")
			.that(since == null || until == null || !until.isBefore(since), UserError.Code.OUT_OF_RANGE,
					"until lies before since; allowed: " + since + " or later.", path, "until");
	}

	/**
	 * @throws Invalid where anything was wrong
	 */
	public void done() {
		if (!this.errors.isEmpty()) {
			throw new Invalid(this.errors);
		}
	}

}
