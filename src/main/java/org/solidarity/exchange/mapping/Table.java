package org.solidarity.exchange.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** A table of codes that ships with the application. */
final class Table {

	private Table() {
	}

	/** The rows by their first column. */
	static <T> Map<String, T> read(String name, Function<NamedCsvRecord, T> row) {
		try (var rows = CsvReader.builder()
			.ofNamedCsvRecord(new ClassPathResource("exchange/" + name + ".csv").getInputStream())) {
			return rows.stream().collect(Collectors.toUnmodifiableMap(fields -> fields.getField(0), row));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
