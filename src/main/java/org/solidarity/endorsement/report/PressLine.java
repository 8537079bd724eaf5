package org.solidarity.endorsement.report;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * The one sentence that the press gets; it says nothing that is not known. Each language
 * has its own words and plurals.
 */
abstract class PressLine {

	private final NumberFormat format;

	private final String and;

	PressLine(Locale locale, String and) {
		this.format = NumberFormat.getIntegerInstance(locale);
		this.and = and;
	}

	/**
	 * @param language a tag of BCP 47
	 * @throws Refused BAD_USER_INPUT where there is no sentence in that language
	 */
	static String of(EndorsementReport report, String language) {
		var locale = Locale.forLanguageTag(language);
		var line = switch (locale.getLanguage()) {
			case "en" -> new EnglishPressLine(locale);
			case "es" -> new SpanishPressLine(locale);
			default -> throw new Refused(ErrorCode.BAD_USER_INPUT,
					"language is not one that the press line is written in; allowed: en and es, with a region if any, such as es-MX.");
		};
		return line.of(PressFacts.of(report));
	}

	abstract String of(PressFacts facts);

	String number(long value) {
		return this.format.format(value);
	}

	/** The parts that are not 0, each with its word in singular or plural. */
	final class Parts {

		private final List<String> parts = new ArrayList<>();

		Parts add(int count, String one, String many) {
			return count == 0 ? this : add(number(count) + " " + (count == 1 ? one : many));
		}

		Parts add(String part) {
			this.parts.add(part);
			return this;
		}

		boolean isEmpty() {
			return this.parts.isEmpty();
		}

		/** As a list in a sentence: a, b and c. */
		@Override
		public String toString() {
			int last = this.parts.size() - 1;
			return last < 1 ? String.join("", this.parts) : String.join(", ", this.parts.subList(0, last)) + " "
					+ PressLine.this.and + " " + this.parts.get(last);
		}

	}

}
