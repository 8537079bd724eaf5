package org.solidarity.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Writes files to read, and tells what was read. */
record CsvFiles(Path folder, ImportLimits limits) {

	private static final List<Column> COLUMNS = List.of(Column.required("name"), Column.required("members"),
			Column.optional("day", "date"));

	private static final ImportLimits USUAL = new ImportLimits(DataSize.ofMegabytes(64), 200, 65536, 1 << 20, 1000,
			5000);

	CsvFiles(Path folder) {
		this(folder, USUAL);
	}

	/** The rows as line and fields, or line, beginning and what is wrong. */
	ListAssert<String> read(String text) throws IOException {
		return read(write(text.getBytes(StandardCharsets.UTF_8)));
	}

	ListAssert<String> read(Path file) throws IOException {
		try (var rows = rows(file, null)) {
			return assertThat(all(rows).stream().map(CsvFiles::told).toList());
		}
	}

	private static String told(Row row) {
		try {
			row.checkForm();
			return row.line() + " " + row.text("name") + " " + row.text("members");
		}
		catch (RejectedRow ex) {
			return row.line() + " <" + ex.finding().value() + "> " + ex.finding().reason().replaceAll(";.*", "");
		}
	}

	void refused(Path file, @Nullable Charset told, String message) {
		assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> rows(file, told).close())
			.withMessageContaining(message);
	}

	List<@Nullable String> names(Path file, @Nullable Charset told) throws IOException {
		try (var rows = rows(file, told)) {
			return all(rows).stream().map(row -> row.text("name")).toList();
		}
	}

	static List<Row> all(CsvRows rows) {
		var all = new ArrayList<Row>();
		for (var row = rows.next(); row != null; row = rows.next()) {
			all.add(row);
		}
		return all;
	}

	CsvRows rows(Path path, @Nullable Charset told) throws IOException {
		var file = new SourceFile(path, this.limits);
		return CsvRows.read(file.open(file.inspect(told), position -> {
		}), this.limits, COLUMNS, "test");
	}

	Path write(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "bodies", ".csv"), content);
	}

	static byte[] gzip(byte[] content) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

}
