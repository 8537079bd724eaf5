package org.solidarity.exchange.labor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.load.ImportedAction.Size;
import org.solidarity.exchange.file.Row;
import org.solidarity.platform.jooq.enums.HeadcountMethod;

/** How many came, by a number and the words of the report. */
final class Sizes {

	private static final Pattern AT_LEAST = Pattern.compile("\\W*over\\b.*");

	private static final Pattern HUNDREDS = Pattern.compile("\\W*(hundreds|thousands)\\b.*");

	private static final Pattern RANGE = Pattern.compile("(\\d{1,3}) to (\\d{1,3}) (million|thousand)\\b.*");

	private static final Pattern BY = Pattern.compile(".*\\(([^()]{1,200})\\).*");

	private Sizes() {
	}

	/** Null where the row tells no number of people; of a range, the lower end. */
	static @Nullable Size of(Row row, String source) {
		String words = row.text("participants_text");
		Integer told = row.people("participants");
		if (told != null) {
			String said = words == null ? told.toString() : words;
			return size(told, AT_LEAST.matcher(said).matches() ? told : null, null, said, source);
		}
		if (words == null) {
			return null;
		}
		var hundreds = HUNDREDS.matcher(words);
		if (hundreds.matches()) {
			int least = hundreds.group(1).equals("hundreds") ? 200 : 2000;
			row.doubt("participants_text", words, "this tells no number; counted as at least " + least);
			return size(least, least, null, words, source);
		}
		var range = RANGE.matcher(words);
		if (range.matches()) {
			int unit = range.group(3).equals("million") ? 1_000_000 : 1_000;
			int low = Integer.parseInt(range.group(1)) * unit;
			int high = Integer.parseInt(range.group(2)) * unit;
			if (low <= high && high <= 100_000_000) {
				return size(low, low, high, words, source);
			}
		}
		row.doubt("participants_text", words, "this tells no number of people; no headcount is recorded");
		return null;
	}

	private static Size size(int count, @Nullable Integer low, @Nullable Integer high, String words, String source) {
		var by = BY.matcher(words);
		String counter = by.matches() ? by.group(1) : source.substring(0, Math.min(200, source.length()));
		return new Size(count, low, high,
				counter.equals("organizers") ? HeadcountMethod.ORGANIZERS : HeadcountMethod.PRESS, counter, words);
	}

}
