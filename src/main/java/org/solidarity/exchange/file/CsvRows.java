package org.solidarity.exchange.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV text, one at a time. */
public class CsvRows implements AutoCloseable {

	private static final int HEADER_LENGTH = 1 << 17;

	private final CloseableIterator<CsvRecord> records;

	private final Header header;

	private long line;

	private CsvRows(BufferedReader text, ImportLimits limits, List<Column> columns, String mapping) throws IOException {
		char delimiter = delimiter(text);
		this.records = CsvReader.builder()
			.fieldSeparator(delimiter)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.allowExtraCharsAfterClosingQuote(true)
			.maxBufferSize(Math.max(limits.fieldLength(), 1 << 14))
			.build(CsvRecordHandler.builder()
				.maxFields(limits.columns())
				.maxFieldSize(limits.fieldLength())
				.maxRecordSize(limits.recordLength())
				.build(), text)
			.iterator();
		var first = nextRecord();
		if (first == null) {
			throw new ImportRefused("The file has no header.");
		}
		this.header = Header.of(first.getFields(), columns, mapping);
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
		return next != null ? new Row(next.getStartingLineNumber(), next, this.header) : null;
	}

	private @Nullable CsvRecord nextRecord() {
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			var next = this.records.next();
			this.line = next.getStartingLineNumber();
			return next;
		}
		catch (CsvParseException | UncheckedIOException ex) {
			if (ex.getCause() instanceof ImportRefused refused) {
				throw refused;
			}
			throw new ImportRefused("The file cannot be read on after the row of line " + this.line
					+ ": a field or row there is longer than allowed (crm.import.field-length, crm.import.record-length),"
					+ " or a quote is not closed.");
		}
	}

	@Override
	public void close() throws IOException {
		this.records.close();
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
