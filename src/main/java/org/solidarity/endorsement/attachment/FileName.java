package org.solidarity.endorsement.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/**
 * What a file is called. It is shown to people and becomes a name on their disks, so it
 * is no path, shows as it reads, and ends as the type of the file does.
 */
final class FileName {

	/**
	 * Controls, ends of lines, separators of paths, and what turns the direction of
	 * writing.
	 */
	private static final Pattern REFUSED = Pattern
		.compile("[\\p{Cc}\\p{Zl}\\p{Zp}/\\\\\\uFFFD\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private static final int LONGEST = 200;

	private FileName() {
	}

	/** The name in its composed form, without spaces around it. */
	static String of(@Nullable String given) {
		return given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
	}

	static Checks check(Checks checks, String name) {
		return checks.text(name, LONGEST, "name")
			.that(!REFUSED.matcher(name).find(), UserError.Code.INVALID,
					"name holds a slash, a backslash, a control character, or is not UTF-8; give the name of the file alone.",
					"name");
	}

	static Checks check(Checks checks, String name, FileType type) {
		String lower = name.toLowerCase(Locale.ROOT);
		boolean fits = type.endings()
			.stream()
			.anyMatch(ending -> lower.endsWith("." + ending) && lower.length() > ending.length() + 1);
		return checks.that(fits, UserError.Code.INVALID, "name does not end as the file does, which is " + type
				+ "; allowed: something, and ." + String.join(" or .", type.endings()) + ".", "name");
	}

}
