package org.solidarity.platform.csv;

import org.jspecify.annotations.Nullable;

/** The cells of a CSV that spreadsheets open. */
public final class Cells {

	private Cells() {
	}

	/**
	 * The text, or nothing for null; what a spreadsheet would take for a formula gets an
	 * apostrophe before it.
	 */
	public static String harmless(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "";
		}
		return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
	}

}
