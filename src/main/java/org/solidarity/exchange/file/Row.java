package org.solidarity.exchange.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.load.Finding;

/** One row of a file, and what was found to be doubtful about it. */
public class Row {

	private static final int LONGEST = 500;

	private static final int MOST = 100_000_000;

	private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,18}|\\d{1,3}(,\\d{3}){1,5})(\\.0+)?");

	private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");

	private static final Pattern US_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

	private final Records.Fields fields;

	private final Header header;

	private final List<Finding> findings = new ArrayList<>(0);

	Row(Records.Fields fields, Header header) {
		this.fields = fields;
		this.header = header;
	}

	/**
	 * The line on which it begins, or what is wrong with it; the header is on line 1.
	 */
	public long line() {
		return this.fields.line();
	}

	public List<Finding> findings() {
		return this.findings;
	}

	public void doubt(String column, @Nullable String value, String reason) {
		this.findings.add(new Finding(line(), false, column, value, reason));
	}

	/** To be thrown where the row cannot be taken in. */
	public RejectedRow rejected(String column, @Nullable String value, String reason) {
		return new RejectedRow(new Finding(line(), true, column, value, reason));
	}

	/**
	 * @throws RejectedRow where the row cannot be read or has not as many fields as the
	 * header
	 */
	public void checkForm() {
		if (this.fields.fault() != null) {
			throw rejected("", beginning(this.fields.values().getFirst()), this.fields.fault());
		}
		int fields = this.fields.values().size();
		if (fields != this.header.width()) {
			throw rejected("", null, "the row has " + fields + " fields, the header has " + this.header.width());
		}
	}

	/**
	 * The text without the space around it, and with each run of space inside as one; an
	 * absent column and an empty field are null.
	 * @throws RejectedRow where it holds a NUL or is longer than 500 characters
	 */
	public @Nullable String text(String column) {
		Integer index = this.header.indexes().get(column);
		if (index == null) {
			return null;
		}
		String text = Spaces.clean(this.fields.values().get(index));
		if (text.isEmpty()) {
			return null;
		}
		if (text.length() > LONGEST) {
			throw rejected(column, beginning(text), "the field is longer than " + LONGEST + " characters");
		}
		if (text.indexOf('\0') >= 0) {
			throw rejected(column, beginning(text), "the field holds a NUL character");
		}
		if (text.indexOf('\uFFFD') >= 0) {
			doubt(column, text, "a character cannot be read in the file's encoding; taken as it is");
		}
		return text;
	}

	private static String beginning(String text) {
		String first = Spaces.clean(text.substring(0, Math.min(50, text.length()))).replace('\0', '?');
		return text.length() > 50 ? first + "…" : first;
	}

	/**
	 * @throws RejectedRow where there is nothing
	 */
	public String required(String column) {
		String text = text(column);
		if (text == null) {
			throw rejected(column, null, "the field is empty");
		}
		return text;
	}

	/** A number of people; null where the field is empty or its value makes no sense. */
	public @Nullable Integer people(String column) {
		String text = text(column);
		if (text == null) {
			return null;
		}
		if (!NUMBER.matcher(text).matches()) {
			doubt(column, text, "this is not a whole number; not recorded");
			return null;
		}
		int point = text.indexOf('.');
		long number = Long.parseLong((point < 0 ? text : text.substring(0, point)).replace(",", ""));
		if (number < 0 || number > MOST) {
			doubt(column, text, "this is not between 0 and " + MOST + "; not recorded");
			return null;
		}
		return (int) number;
	}

	/**
	 * A number with or without decimal places, told as 1234.50.
	 * @throws RejectedRow where there is none
	 */
	public BigDecimal decimal(String column) {
		String text = required(column);
		if (!DECIMAL.matcher(text).matches()) {
			throw rejected(column, text, "this is not a number like 1234.50");
		}
		return new BigDecimal(text);
	}

	/**
	 * A day from 1900 on and not after another; null where the field is empty or its
	 * value makes no sense. Understood are 2021-03-31, with any time after it, and
	 * 3/31/2021.
	 */
	public @Nullable LocalDate day(String column, LocalDate latest) {
		String text = text(column);
		if (text == null) {
			return null;
		}
		return day(column, text, latest);
	}

	/** The same of a text that stands somewhere in the field. */
	public @Nullable LocalDate day(String column, String text, LocalDate latest) {
		return sensible(column, text, parse(text), latest);
	}

	/**
	 * The first day of a month from 1900-01 on, told as 2021-03, and not after another
	 * day; null where the value makes no sense.
	 */
	public @Nullable LocalDate month(String column, String text, LocalDate latest) {
		return sensible(column, text, parse(text + "-01"), latest);
	}

	private @Nullable LocalDate sensible(String column, String text, @Nullable LocalDate day, LocalDate latest) {
		if (day == null || day.getYear() < 1900 || day.isAfter(latest)) {
			doubt(column, text,
					day == null ? "this is not a date; not used" : "this day is too early or lies ahead; not used");
			return null;
		}
		return day;
	}

	private static @Nullable LocalDate parse(String text) {
		try {
			var us = US_DATE.matcher(text);
			if (us.lookingAt()) {
				return LocalDate.of(Integer.parseInt(us.group(3)), Integer.parseInt(us.group(1)),
						Integer.parseInt(us.group(2)));
			}
			boolean dated = text.length() == 10
					|| (text.length() > 10 && (text.charAt(10) == ' ' || text.charAt(10) == 'T'));
			return dated ? LocalDate.parse(text.substring(0, 10)) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
