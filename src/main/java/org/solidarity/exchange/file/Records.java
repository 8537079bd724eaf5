package org.solidarity.exchange.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Lines.Line;

/**
 * The records of a CSV text. A quote that is not closed costs the record in which it
 * opens and no other: reading goes on in the line after it. So does one that seems to be
 * closed lines later, but in the middle of a field or so that the record has not as many
 * fields as the header. No more of a text is held than the longest record.
 */
class Records {

	private static final String OF_SEVERAL = "a quote that opens on this line makes one row of several, which has not"
			+ " as many fields as the header; read on in the next line";

	private final Lines lines;

	private final char delimiter;

	private final ImportLimits limits;

	/** How many fields a record has; of the first, how many it may have. */
	private int width;

	private boolean expecting;

	/** The characters of the lines that are being read. */
	private int length;

	/** The lines of the record that is being read. */
	private final List<Line> read = new ArrayList<>();

	/** The line in which the first field opened that goes over several. */
	private @Nullable Line opened;

	private String text = "";

	private int at;

	/**
	 * A record, or what is wrong with it.
	 *
	 * @param line on which it begins; with a fault, the line that is at fault
	 * @param values with a fault, that line
	 */
	record Fields(long line, List<String> values, @Nullable String fault) {
	}

	Records(Lines lines, char delimiter, ImportLimits limits) {
		this.lines = lines;
		this.delimiter = delimiter;
		this.limits = limits;
		this.width = limits.columns();
	}

	/** From now on a record of several lines has so many fields. */
	void expect(int fields) {
		this.width = fields;
		this.expecting = true;
	}

	/** Null after the last. */
	@Nullable Fields next() throws IOException {
		Line first = this.lines.next();
		while (first != null && first.text().isEmpty()) {
			first = this.lines.next();
		}
		if (first == null) {
			return null;
		}
		if (!first.whole()) {
			return fault(first, "the row is longer than allowed (crm.import.record-length)");
		}
		this.read.clear();
		this.opened = null;
		this.length = 0;
		go(first);
		var values = new ArrayList<String>();
		String fault = readInto(values);
		if (fault == null && this.opened != null && this.expecting && values.size() != this.width) {
			fault = OF_SEVERAL;
		}
		if (fault == null) {
			return new Fields(first.number(), values, null);
		}
		var last = this.opened != null ? this.opened : this.read.getLast();
		this.lines.giveBack(this.read.subList(this.read.indexOf(last) + 1, this.read.size()));
		return fault(last, fault);
	}

	private static Fields fault(Line line, String fault) {
		return new Fields(line.number(), List.of(line.text()), fault);
	}

	private void go(Line line) {
		this.read.add(line);
		this.length += line.text().length() + 1;
		this.text = line.text();
		this.at = 0;
	}

	/** What is wrong; null for nothing. */
	private @Nullable String readInto(List<String> values) throws IOException {
		while (true) {
			boolean quoted = this.at < this.text.length() && this.text.charAt(this.at) == '"';
			String value = quoted ? quoted() : upToDelimiter();
			if (value == null) {
				return tooLong()
						? "a quote that opens on this line makes one row of several, which is longer than allowed"
								+ " (crm.import.record-length); read on in the next line"
						: "a quote that opens on this line is not closed; read on in the next line";
			}
			if (value.length() > this.limits.fieldLength()) {
				return "a field is longer than allowed (crm.import.field-length)";
			}
			values.add(value);
			if (this.opened != null && values.size() > this.width) {
				return this.expecting ? OF_SEVERAL
						: "a quote that opens on this line makes one row of several, which has"
								+ " more fields than allowed (crm.import.columns)";
			}
			if (this.at == this.text.length()) {
				return null;
			}
			this.at++;
		}
	}

	private String upToDelimiter() {
		int from = this.at;
		int delimiter = this.text.indexOf(this.delimiter, from);
		this.at = delimiter < 0 ? this.text.length() : delimiter;
		return this.text.substring(from, this.at);
	}

	/** What follows the closing quote in the same line belongs to the field too. */
	private @Nullable String quoted() throws IOException {
		var start = this.read.getLast();
		var value = new StringBuilder();
		this.at++;
		while (true) {
			int quote = this.text.indexOf('"', this.at);
			if (quote < 0) {
				value.append(this.text, this.at, this.text.length()).append('\n');
				this.opened = this.opened != null ? this.opened : start;
				if (!goOn(value.length())) {
					this.opened = tooLong() ? this.opened : start;
					return null;
				}
			}
			else if (quote + 1 < this.text.length() && this.text.charAt(quote + 1) == '"') {
				value.append(this.text, this.at, quote + 1);
				this.at = quote + 2;
			}
			else {
				value.append(this.text, this.at, quote);
				this.at = quote + 1;
				break;
			}
		}
		String rest = upToDelimiter();
		if (start != this.read.getLast() && !rest.isBlank()) {
			this.opened = start;
			return null;
		}
		return value.append(rest).toString();
	}

	/**
	 * Into the next line, where there is one and neither the field nor the record is too
	 * long for it.
	 */
	private boolean goOn(int length) throws IOException {
		var next = length <= this.limits.fieldLength() ? this.lines.next() : null;
		if (next == null) {
			return false;
		}
		go(next);
		return next.whole() && !tooLong();
	}

	/** With an end for each line but the last. */
	private boolean tooLong() {
		return this.length - 1 > this.limits.recordLength();
	}

}
