package org.solidarity.platform.limits;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/** What the values of a request may not hold, wherever they stand. */
final class Values {

	private Values() {
	}

	/**
	 * @throws Refused LIMIT_EXCEEDED where a list is too long, BAD_USER_INPUT where a
	 * text cannot be stored
	 */
	static void check(Limits limits, @Nullable Object value) {
		switch (value) {
			case String text -> requireText(text);
			case Map<?, ?> object -> object.forEach((name, inner) -> {
				check(limits, name);
				check(limits, inner);
			});
			case Collection<?> list -> {
				Limits.check("listSize", list.size(), limits.listSize());
				list.forEach(inner -> check(limits, inner));
			}
			case null, default -> {
			}
		}
	}

	/**
	 * @throws Refused BAD_USER_INPUT where the text holds a NUL character or half of a
	 * surrogate pair, which PostgreSQL cannot store
	 */
	static void requireText(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isHighSurrogate(character) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (character == 0 || Character.isSurrogate(character)) {
				throw new Refused(ErrorCode.BAD_USER_INPUT,
						"A text holds a NUL character or half of a surrogate pair, which no text may.");
			}
		}
	}

}
