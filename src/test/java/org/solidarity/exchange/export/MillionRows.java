package org.solidarity.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Writes a million rows of each kind of file, in whatever memory it is given. */
final class MillionRows {

	private MillionRows() {
	}

	public static void main(String[] arguments) throws IOException {
		for (Format format : Format.values()) {
			var sheet = format.begin(OutputStream.nullOutputStream(), List.of("Body", "Amount", "Day"));
			int rows = 0;
			while (rows < 1_000_000) {
				sheet.row("Local " + ++rows, rows, LocalDate.EPOCH);
			}
			sheet.end();
			System.out.println(format + " " + rows);
		}
	}

}
