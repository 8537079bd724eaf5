package org.solidarity.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What kind of file. */
enum Format {

	CSV("text/csv;charset=UTF-8"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final String mediaType;

	Format(String mediaType) {
		this.mediaType = mediaType;
	}

	String mediaType() {
		return this.mediaType;
	}

	/** Begins a file, with its header row. */
	Sheet begin(OutputStream out, List<String> headings) throws IOException {
		if (this == XLSX) {
			return new XlsxSheet(out, headings);
		}
		var sheet = new CsvSheet(out);
		sheet.row(headings.toArray());
		return sheet;
	}

}
