package org.solidarity.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** One file of the demo's data, row by row; an empty cell is unknown. */
record Sheet(List<Row> rows) {

	/** A row by its column names. */
	record Row(NamedCsvRecord cells) {

		String get(String column) {
			return this.cells.getField(column);
		}

		@Nullable String optional(String column) {
			String value = get(column);
			return value.isEmpty() ? null : value;
		}

		@Nullable Integer number(String column) {
			String value = get(column);
			return value.isEmpty() ? null : Integer.valueOf(value);
		}

	}

	static Sheet read(String name) {
		var file = new ClassPathResource("db/demo/" + name + ".csv");
		try (var reader = CsvReader.builder()
			.ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
			return new Sheet(reader.stream().map(Row::new).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Map<String, Row> by(String column) {
		return this.rows.stream().collect(Collectors.toMap(row -> row.get(column), row -> row));
	}

}
