package org.solidarity.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class CsvFileTest {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final List<Column> COLUMNS = List.of(Column.required("name"), Column.required("members"),
			Column.optional("day", "date"));

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	@TempDir
	Path folder;

	private ImportLimits limits = new ImportLimits(DataSize.ofMegabytes(64), 200, 65536, 1 << 20, 1000, 5000);

	@Test
	void marksTellTheEncoding() throws IOException {
		String text = "name,members\nForça Sindical,7\n";
		for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			assertThat(names(write(("\uFEFF" + text).getBytes(charset)), null)).containsExactly("Força Sindical");
			assertThat(names(write(text.getBytes(charset)), null)).containsExactly("Força Sindical");
		}
	}

	@Test
	void oneByteFarBehindMakesTheWholeFileWindows1252() throws IOException {
		var text = new StringBuilder("name,members\n");
		text.repeat("plain ascii,1\n", 200_000).append("Confédération,2\n").append("Unión,3\n");
		var names = names(write(text.toString().getBytes(WINDOWS_1252)), null);
		assertThat(names.subList(200_000, 200_002)).containsExactly("Confédération", "Unión");
	}

	@Test
	void charactersOfSeveralBytesAreWholeWhereverTheyFall() throws IOException {
		for (int padding = 0; padding < 4; padding++) {
			var text = "name,members\n" + "x".repeat(padding) + "日本語é".repeat(20) + ",1\n";
			var all = text + ("日本語é".repeat(15) + ",1\n").repeat(5000);
			assertThat(names(write(all.getBytes(StandardCharsets.UTF_8)), null)).hasSize(5001)
				.noneMatch(name -> name.contains("\uFFFD"));
		}
	}

	@Test
	void aToldEncodingIsTaken() throws IOException {
		var file = write("name,members\n“Solidarność”,1\n".getBytes(Charset.forName("windows-1250")));
		assertThat(names(file, Charset.forName("windows-1250"))).containsExactly("“Solidarność”");
		refused(file, StandardCharsets.UTF_8, "is not UTF-8: byte 14 is none of it");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void theHeaderTellsTheDelimiter(String delimiter) throws IOException {
		var text = "\"a,b;c\"|name|members\nx|\"A,B;C\tD\"|1\n".replace("|", delimiter);
		assertThat(names(write(text.getBytes()), null)).containsExactly("A,B;C D");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void rowsAreNamedByTheLineOnWhichTheyBegin(String end) throws IOException {
		var text = "name,members\n\"two\nlines\",1\n\n\"and \"\"more\"\"\n\",2\nlast,3".replace("\n", end);
		try (var rows = rows(write(text.getBytes(StandardCharsets.UTF_8)), null)) {
			var read = all(rows);
			assertThat(read).extracting(Row::line).containsExactly(2L, 5L, 7L);
			assertThat(read).extracting(row -> row.text("name")).containsExactly("two lines", "and \"more\"", "last");
		}
	}

	@Test
	void columnsComeInAnyOrderAndCaseAndStrangersAreNamed() throws IOException {
		try (var rows = rows(write("Extra, MEMBERS ,Date,NaMe,Other\n-,5,1/31/2021,x,-\n".getBytes()), null)) {
			assertThat(rows.header().ignored()).containsExactly("Extra", "Other");
			assertThat(rows.header().absent()).isEmpty();
			var row = all(rows).getFirst();
			assertThat(row.people("members")).isEqualTo(5);
			assertThat(row.day("day", TODAY)).isEqualTo("2021-01-31");
		}
	}

	@Test
	void aHeaderThatDoesNotSuitIsRefusedInOneLine() throws IOException {
		refused(write("day,city\n1,2\n".getBytes()), null,
				"The file has no column name, members. The mapping test needs name, members; the file has day, city.");
		refused(write("name,members,NAME\n1,2,3\n".getBytes()), null, "The column name comes 2 times.");
		refused(write("name,members,date,day\n1,2,3,4\n".getBytes()), null, "The column day comes 2 times.");
	}

	@Test
	void anEmptyFileIsRefusedAndAHeaderAloneHasNoRows() throws IOException {
		refused(write(new byte[0]), null, "is empty.");
		refused(write("\uFEFF".getBytes(StandardCharsets.UTF_8)), null, "is empty.");
		refused(write("\n\n".getBytes()), null, "The file has no header.");
		assertThat(names(write("name,members".getBytes()), null)).isEmpty();
		refused(this.folder.resolve("nothing.csv"), null, "is not a file.");
	}

	@Test
	void gzipIsKnownByItsBytes() throws IOException {
		var packed = gzip("name,members\nA,1\n".getBytes());
		assertThat(names(write(packed), null)).containsExactly("A");
		refused(write(Arrays.copyOf(packed, packed.length - 9)), null, "is not a whole gzip file.");
		packed[15] ^= 0x55;
		refused(write(packed), null, "is not a whole gzip file.");
	}

	@Test
	void aBombIsRefused() throws IOException {
		refused(write(gzip(new byte[40 << 20])), null, "holds more than the");
		refused(write(new byte[65 << 20]), null, "holds more than the");
	}

	@Test
	void aQuoteThatIsNotClosedCostsItsRowAndNoOther() throws IOException {
		read("name,members\nA,1\n\"never closed,2\n" + "B,3\n".repeat(100_000)).hasSize(100_002)
			.startsWith("2 A 1", "3 <\"never closed,2> a quote that opens on this line is not closed", "4 B 3",
					"5 B 3");
		read("name,members\n\"never closed,2\nB,3")
			.containsExactly("2 <\"never closed,2> a quote that opens on this line is not closed", "3 B 3");
		read("name,members\n\"A,1\nB,2\nC,\"3\"\nD,4\n")
			.containsExactly("2 <\"A,1> a quote that opens on this line is not closed", "3 B 2", "4 C 3", "5 D 4");
		read("name,members\n\"A\nB\",\"1\nC,2\nD,3")
			.containsExactly("3 <B\",\"1> a quote that opens on this line is not closed", "4 C 2", "5 D 3");
		read("name,members\n" + "\"A,1\n".repeat(3)).containsExactly(
				"2 <\"A,1> a quote that opens on this line is not closed",
				"3 <\"A,1> a quote that opens on this line is not closed",
				"4 <\"A,1> a quote that opens on this line is not closed");
		refused(write(("\"name,members\n" + "A,1\n".repeat(100)).getBytes()), null,
				"The header cannot be read, line 1: a quote that opens on this line is not closed");
	}

	@Test
	void aQuoteThatSwallowsRowsIsFoundByTheirNumberOfFields() throws IOException {
		read("name,members\nA,\"1\nB,2\nC,3\"\n\"D\nD\",4\n").containsExactly("2 A 1 B,2 C,3", "5 D D 4");
		read("name,members\n\"A,1\nB,2\nC\"\nD,4\n").containsExactly(
				"2 <\"A,1> a quote that opens on this line makes one row of several, which has not as many fields as the header",
				"3 B 2", "4 <null> the row has 1 fields, the header has 2", "5 D 4");
	}

	@Test
	void quotesInsideAFieldAreText() throws IOException {
		read("name,members\n5\" pipe,1\n\"The \"Big\" Union\" ,2\n \"C\",3\n\"\",\"4\"\n")
			.containsExactly("2 5\" pipe 1", "3 The Big\" Union\" 2", "4 \"C\" 3", "5 null 4");
	}

	@Test
	void aRowWithoutEndCostsItselfInBoundedMemory() throws IOException {
		var file = Files.createTempFile(this.folder, "bodies", ".csv.gz");
		var random = new Random(1);
		try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write("name,members\nA,1\nB,".getBytes());
			var noise = new byte[1 << 16];
			for (int i = 0; i < 1 << 20; i += noise.length) {
				for (int at = 0; at < noise.length; at++) {
					noise[at] = (byte) ('a' + random.nextInt(26));
				}
				for (int times = 0; times < 24; times++) {
					out.write(noise);
				}
			}
			out.write("\nC,3\n".getBytes());
		}
		read(file).hasSize(3)
			.startsWith("2 A 1")
			.endsWith("4 C 3")
			.anyMatch(row -> row.matches("3 <B,[a-z]{48}…> the row is longer than allowed.*"));
		refused(write(("x".repeat(2 << 20) + "\nA,1").getBytes()), null,
				"The header cannot be read, line 1: the row is longer than allowed");
		read("name,members\n" + "x".repeat(70_000) + ",1\n\"" + "x".repeat(70_000) + "\",1\nB,2").hasSize(3)
			.satisfiesOnlyOnce(
					row -> assertThat(row).startsWith("2 <xxx").contains("…> a field is longer than allowed"))
			.satisfiesOnlyOnce(
					row -> assertThat(row).startsWith("3 <\"xxx").contains("…> a field is longer than allowed"))
			.endsWith("4 B 2");
	}

	@Test
	void aRowOfManyLinesCostsItselfInBoundedMemory() throws IOException {
		this.limits = new ImportLimits(DataSize.ofMegabytes(64), 200, 1000, 2000, 5, 5000);
		String several = "a quote that opens on this line makes one row of several, which ";
		String open = "\"" + ("x".repeat(49) + "\n").repeat(15) + "\",";
		read("name,members,a,b\n" + open.repeat(3) + "1\nA,1,,\n").hasSize(47)
			.startsWith("2 <\"" + "x".repeat(49) + "> " + several + "is longer than allowed (crm.import.record-length)")
			.endsWith("48 A 1");
		read("name,members\n" + "\"\n\",".repeat(10) + "1\nA,1")
			.startsWith("2 <\"> " + several + "has not as many fields as the header")
			.endsWith("13 A 1");
		refused(write("\"\n\",".repeat(10).getBytes()), null,
				"The header cannot be read, line 1: " + several + "has more fields than allowed (crm.import.columns)");
	}

	@Test
	void whatIsNoCsvIsRefusedInWords() throws IOException {
		refused(write(new byte[] { 'P', 'K', 3, 4, 20, 0 }), null, "is a zip file, as spreadsheets are");
		refused(write(new byte[100]), null, "The file has no column name, members");
		refused(write("name|members\nA|1\n".getBytes()), null, "the file has name|members.");
		refused(write(("name,members" + ",x".repeat(1000)).getBytes()), null,
				"The file has 1002 columns; at most 1000");
		refused(write("P".getBytes()), null, "The file has no column name, members");
	}

	@Test
	void valuesThatMakeNoSenseAreDoubtedWithTheirLineAndValue() throws IOException {
		try (var rows = rows(write("""
				name,members,day
				a,"1,234",2021-03-31 10:00:00.0
				b,-5,13/13/2021
				c,many,0021-01-01
				d,999999999999,2999-01-01
				e,12.0,
				""".getBytes()), null)) {
			var read = all(rows);
			assertThat(read).extracting(row -> row.people("members")).containsExactly(1234, null, null, null, 12);
			assertThat(read).extracting(row -> row.day("day", TODAY))
				.containsExactly(LocalDate.of(2021, 3, 31), null, null, null, null);
			assertThat(read).flatExtracting(Row::findings)
				.extracting(finding -> finding.line() + " " + finding.field() + " " + finding.value())
				.containsExactly("3 members -5", "3 day 13/13/2021", "4 members many", "4 day 0021-01-01",
						"5 members 999999999999", "5 day 2999-01-01");
		}
	}

	@Test
	void textsThatCannotBeStoredRejectTheirRow() throws IOException {
		try (var rows = rows(write(("name,members\nA\0B,1\n" + "é".repeat(501) + ",1\n,1\nx\n").getBytes()), null)) {
			var read = all(rows);
			rejected(() -> read.get(0).text("name"), "the field holds a NUL character");
			rejected(() -> read.get(1).text("name"), "the field is longer than 500 characters");
			rejected(() -> read.get(2).required("name"), "the field is empty");
			rejected(read.get(3)::checkForm, "the row has 1 fields, the header has 2");
		}
	}

	/** The rows as line and fields, or line, beginning and what is wrong. */
	private ListAssert<String> read(String text) throws IOException {
		return read(write(text.getBytes(StandardCharsets.UTF_8)));
	}

	private ListAssert<String> read(Path file) throws IOException {
		try (var rows = rows(file, null)) {
			return assertThat(all(rows).stream().map(CsvFileTest::told).toList());
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

	private static void rejected(Runnable reading, String reason) {
		assertThatExceptionOfType(RejectedRow.class).isThrownBy(reading::run).withMessage(reason);
	}

	private void refused(Path file, @Nullable Charset told, String message) {
		assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> rows(file, told).close())
			.withMessageContaining(message);
	}

	private List<@Nullable String> names(Path file, @Nullable Charset told) throws IOException {
		try (var rows = rows(file, told)) {
			return all(rows).stream().map(row -> row.text("name")).toList();
		}
	}

	private static List<Row> all(CsvRows rows) {
		var all = new ArrayList<Row>();
		for (var row = rows.next(); row != null; row = rows.next()) {
			all.add(row);
		}
		return all;
	}

	private CsvRows rows(Path path, @Nullable Charset told) throws IOException {
		var file = new SourceFile(path, this.limits);
		return CsvRows.read(file.open(file.inspect(told), position -> {
		}), this.limits, COLUMNS, "test");
	}

	private Path write(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "bodies", ".csv"), content);
	}

	private static byte[] gzip(byte[] content) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

}
