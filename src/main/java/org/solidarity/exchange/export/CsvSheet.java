package org.solidarity.exchange.export;

import static org.solidarity.platform.csv.Cells.harmless;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180 in UTF-8, days and moments by ISO 8601. */
final class CsvSheet implements Sheet {

	private final CsvWriter rows;

	CsvSheet(OutputStream out) {
		this.rows = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
	}

	@Override
	public void row(@Nullable Object... cells) {
		this.rows.writeRecord(Arrays.stream(cells).map(CsvSheet::text).toList());
	}

	private static String text(@Nullable Object cell) {
		return switch (cell) {
			case null -> "";
			case Number number -> number.toString();
			case Boolean yes -> yes ? "yes" : "no";
			default -> harmless(cell.toString());
		};
	}

	@Override
	public void end() throws IOException {
		this.rows.close();
	}

}
