package org.solidarity.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.springframework.core.io.ClassPathResource;

/**
 * What a password must be: 12 to 128 characters, and none of those that are guessed
 * first. The list beside this class holds the stems of the passwords that leaks hold most
 * often; it knows a few hundred, so it stops the laziest choices and not every password
 * that was ever leaked.
 */
public final class PasswordRules {

	private static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	private static final int FEWEST_DIFFERENT = 5;

	private static final Set<String> COMMON = common();

	private static final String ROWS = "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiop asdfghjkl zxcvbnm"
			+ " qwertzuiop azertyuiop qazwsxedcrfvtgbyhnujmikolp 1qaz2wsx3edc4rfv5tgb6yhn7ujm";

	private PasswordRules() {
	}

	/** Tells the first fault of the password, if it has one. */
	public static void check(Checks checks, @Nullable String password, String email, String... path) {
		String field = path[path.length - 1];
		int length = password != null ? password.codePointCount(0, password.length()) : 0;
		if (password == null || length < SHORTEST) {
			checks.that(false, UserError.Code.REQUIRED,
					field + " has " + length + " characters; allowed are " + SHORTEST + " to " + LONGEST + ".", path);
		}
		else if (length > LONGEST) {
			checks.that(false, UserError.Code.TOO_LONG, field + " is longer than " + LONGEST + " characters.", path);
		}
		else {
			checks.that(!isGuessable(password, email), UserError.Code.INVALID,
					field + " is one of those that are guessed first; take several words that nobody puts together.",
					path);
		}
	}

	static boolean isGuessable(String password, String email) {
		String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		String letters = letters(plain);
		String name = letters(email.toLowerCase(Locale.ROOT).replaceFirst("@.*", ""));
		String rest = name.length() > 3 ? letters.replace(name, "") : letters;
		return plain.codePoints().distinct().count() < FEWEST_DIFFERENT || isRow(plain) || rest.length() < 4
				|| isCommon(rest) || isCommon(rest.replaceAll("(.+?)\\1+", "$1"));
	}

	/** Whether it is one of the common ones, or two of them. */
	private static boolean isCommon(String letters) {
		for (int i = 1; i < letters.length(); i++) {
			if (COMMON.contains(letters.substring(0, i)) && COMMON.contains(letters.substring(i))) {
				return true;
			}
		}
		return COMMON.contains(letters);
	}

	/** Whether more than half of it runs along the alphabet, the digits or a keyboard. */
	private static boolean isRow(String plain) {
		int inRow = 0;
		for (int i = 0; i + 3 <= plain.length(); i++) {
			String three = plain.substring(i, i + 3);
			if (ROWS.contains(three) || ROWS.contains(new StringBuilder(three).reverse())) {
				inRow++;
			}
		}
		return inRow * 2 > plain.length();
	}

	/** The letters alone, where digits and signs that stand for letters count as them. */
	private static String letters(String plain) {
		var trimmed = plain.replaceAll("^[^a-z\\p{L}]+|[^a-z\\p{L}@$]+$", "");
		return trimmed.replace('0', 'o')
			.replace('1', 'i')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('7', 't')
			.replace('@', 'a')
			.replace('$', 's')
			.replace('!', 'i')
			.replaceAll("[^\\p{L}]", "");
	}

	private static Set<String> common() {
		try {
			return new ClassPathResource("common-passwords.txt", PasswordRules.class)
				.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter(line -> !line.startsWith("#"))
				.flatMap(line -> java.util.stream.Stream.of(line.split(" +")))
				.filter(word -> !word.isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
