package org.solidarity.exchange.file;

/** Space in a field: padding, breaks and tabs. */
final class Spaces {

	private Spaces() {
	}

	static String clean(String text) {
		String stripped = text.strip();
		boolean clean = true;
		for (int i = 0; clean && i < stripped.length(); i++) {
			clean = !isSpace(stripped.charAt(i)) || (stripped.charAt(i) == ' ' && !isSpace(stripped.charAt(i + 1)));
		}
		if (clean) {
			return stripped;
		}
		var result = new StringBuilder(stripped.length());
		for (int i = 0; i < stripped.length(); i++) {
			boolean space = isSpace(stripped.charAt(i));
			if (!space) {
				result.append(stripped.charAt(i));
			}
			else if (result.length() > 0 && result.charAt(result.length() - 1) != ' ') {
				result.append(' ');
			}
		}
		return result.toString().strip();
	}

	private static boolean isSpace(char c) {
		return c != '\0' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
	}

}
