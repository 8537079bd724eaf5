package org.solidarity.exchange.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV text, one at a time. */
public class CsvRows implements AutoCloseable {

	private static final int HEADER_LENGTH = 1 << 17;

	private final BufferedReader text;

	private final Records records;

	private final Header header;

	private long line;

	private CsvRows(BufferedReader text, ImportLimits limits, List<Column> columns, String mapping) throws IOException {
		this.text = text;
		char delimiter = delimiter(text);
		this.records = new Records(new Lines(text, limits.recordLength()), delimiter, limits);
		var first = nextRecord();
		if (first == null) {
			throw new ImportRefused("The file has no header.");
		}
		if (first.fault() != null) {
			throw new ImportRefused("The header cannot be read, line " + first.line() + ": " + first.fault() + ".");
		}
		if (first.values().size() > limits.columns()) {
			throw new ImportRefused("The file has " + first.values().size() + " columns; at most " + limits.columns()
					+ " are allowed (crm.import.columns).");
		}
		this.header = Header.of(first.values(), columns, mapping);
		this.records.expect(this.header.width());
	}

	/**
	 * Reads the header.
	 * @throws ImportRefused where it does not suit the columns
	 */
	public static CsvRows read(BufferedReader text, ImportLimits limits, List<Column> columns, String mapping)
			throws IOException {
		return new CsvRows(text, limits, columns, mapping);
	}

	public Header header() {
		return this.header;
	}

	/**
	 * @return null after the last
	 * @throws ImportRefused where the text cannot be read on, naming the line
	 */
	public @Nullable Row next() {
		var next = nextRecord();
		return next != null ? new Row(next, this.header) : null;
	}

	private Records.@Nullable Fields nextRecord() {
		try {
			var next = this.records.next();
			this.line = next != null ? next.line() : this.line;
			return next;
		}
		catch (IOException ex) {
			throw new ImportRefused("The file cannot be read on after line " + this.line + ".");
		}
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

	/** The delimiter that the header has most of, outside quotes. */
	private static char delimiter(BufferedReader text) throws IOException {
		text.mark(HEADER_LENGTH);
		int commas = 0;
		int semicolons = 0;
		int tabs = 0;
		boolean quoted = false;
		boolean begun = false;
		for (int i = 1; i < HEADER_LENGTH; i++) {
			int c = text.read();
			if (c < 0 || (begun && !quoted && (c == '\n' || c == '\r'))) {
				break;
			}
			begun |= !Character.isWhitespace(c);
			quoted ^= c == '"';
			if (!quoted) {
				commas += c == ',' ? 1 : 0;
				semicolons += c == ';' ? 1 : 0;
				tabs += c == '\t' ? 1 : 0;
			}
		}
		text.reset();
		return tabs > Math.max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
	}

}
