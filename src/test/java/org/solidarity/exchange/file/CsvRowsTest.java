package org.solidarity.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What becomes of the rows of a file, however odd they are. */
class CsvRowsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	@TempDir
	Path folder;

	CsvFiles files;

	@BeforeEach
	void aFolder() {
		this.files = new CsvFiles(this.folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void rowsAreNamedByTheLineOnWhichTheyBegin(String end) throws IOException {
		var text = "name,members\n\"two\nlines\",1\n\n\"and \"\"more\"\"\n\",2\nlast,3".replace("\n", end);
		try (var rows = this.files.rows(this.files.write(text.getBytes(StandardCharsets.UTF_8)), null)) {
			var read = CsvFiles.all(rows);
			assertThat(read).extracting(Row::line).containsExactly(2L, 5L, 7L);
			assertThat(read).extracting(row -> row.text("name")).containsExactly("two lines", "and \"more\"", "last");
		}
	}

	@Test
	void aQuoteThatIsNotClosedCostsItsRowAndNoOther() throws IOException {
		this.files.read("name,members\nA,1\n\"never closed,2\n" + "B,3\n".repeat(100_000))
			.hasSize(100_002)
			.startsWith("2 A 1", "3 <\"never closed,2> a quote that opens on this line is not closed", "4 B 3",
					"5 B 3");
		this.files.read("name,members\n\"never closed,2\nB,3")
			.containsExactly("2 <\"never closed,2> a quote that opens on this line is not closed", "3 B 3");
		this.files.read("name,members\n\"A,1\nB,2\nC,\"3\"\nD,4\n")
			.containsExactly("2 <\"A,1> a quote that opens on this line is not closed", "3 B 2", "4 C 3", "5 D 4");
		this.files.read("name,members\n\"A\nB\",\"1\nC,2\nD,3")
			.containsExactly("3 <B\",\"1> a quote that opens on this line is not closed", "4 C 2", "5 D 3");
		this.files.read("name,members\n" + "\"A,1\n".repeat(3))
			.containsExactly("2 <\"A,1> a quote that opens on this line is not closed",
					"3 <\"A,1> a quote that opens on this line is not closed",
					"4 <\"A,1> a quote that opens on this line is not closed");
		this.files.refused(this.files.write(("\"name,members\n" + "A,1\n".repeat(100)).getBytes()), null,
				"The header cannot be read, line 1: a quote that opens on this line is not closed");
	}

	@Test
	void aQuoteThatSwallowsRowsIsFoundByTheirNumberOfFields() throws IOException {
		this.files.read("name,members\nA,\"1\nB,2\nC,3\"\n\"D\nD\",4\n").containsExactly("2 A 1 B,2 C,3", "5 D D 4");
		this.files.read("name,members\n\"A,1\nB,2\nC\"\nD,4\n")
			.containsExactly(
					"2 <\"A,1> a quote that opens on this line makes one row of several, which has not as many fields as the header",
					"3 B 2", "4 <null> the row has 1 fields, the header has 2", "5 D 4");
	}

	@Test
	void quotesInsideAFieldAreText() throws IOException {
		this.files.read("name,members\n5\" pipe,1\n\"The \"Big\" Union\" ,2\n \"C\",3\n\"\",\"4\"\n")
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
		this.files.read(file)
			.hasSize(3)
			.startsWith("2 A 1")
			.endsWith("4 C 3")
			.anyMatch(row -> row.matches("3 <B,[a-z]{48}…> the row is longer than allowed.*"));
		this.files.refused(this.files.write(("x".repeat(2 << 20) + "\nA,1").getBytes()), null,
				"The header cannot be read, line 1: the row is longer than allowed");
		this.files.read("name,members\n" + "x".repeat(70_000) + ",1\n\"" + "x".repeat(70_000) + "\",1\nB,2")
			.hasSize(3)
			.satisfiesOnlyOnce(
					row -> assertThat(row).startsWith("2 <xxx").contains("…> a field is longer than allowed"))
			.satisfiesOnlyOnce(
					row -> assertThat(row).startsWith("3 <\"xxx").contains("…> a field is longer than allowed"))
			.endsWith("4 B 2");
	}

	@Test
	void aRowOfManyLinesCostsItselfInBoundedMemory() throws IOException {
		this.files = new CsvFiles(this.folder, new ImportLimits(DataSize.ofMegabytes(64), 200, 1000, 2000, 5, 5000));
		String several = "a quote that opens on this line makes one row of several, which ";
		String open = "\"" + ("x".repeat(49) + "\n").repeat(15) + "\",";
		this.files.read("name,members,a,b\n" + open.repeat(3) + "1\nA,1,,\n")
			.hasSize(47)
			.startsWith("2 <\"" + "x".repeat(49) + "> " + several + "is longer than allowed (crm.import.record-length)")
			.endsWith("48 A 1");
		this.files.read("name,members\n" + "\"\n\",".repeat(10) + "1\nA,1")
			.startsWith("2 <\"> " + several + "has not as many fields as the header")
			.endsWith("13 A 1");
		this.files.refused(this.files.write("\"\n\",".repeat(10).getBytes()), null,
				"The header cannot be read, line 1: " + several + "has more fields than allowed (crm.import.columns)");
	}

	@Test
	void valuesThatMakeNoSenseAreDoubtedWithTheirLineAndValue() throws IOException {
		try (var rows = this.files.rows(this.files.write("""
				name,members,day
				a,"1,234",2021-03-31 10:00:00.0
				b,-5,13/13/2021
				c,many,0021-01-01
				d,999999999999,2999-01-01
				e,12.0,
				""".getBytes()), null)) {
			var read = CsvFiles.all(rows);
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
		try (var rows = this.files
			.rows(this.files.write(("name,members\nA\0B,1\n" + "é".repeat(501) + ",1\n,1\nx\n").getBytes()), null)) {
			var read = CsvFiles.all(rows);
			rejected(() -> read.get(0).text("name"), "the field holds a NUL character");
			rejected(() -> read.get(1).text("name"), "the field is longer than 500 characters");
			rejected(() -> read.get(2).required("name"), "the field is empty");
			rejected(read.get(3)::checkForm, "the row has 1 fields, the header has 2");
		}
	}

	private static void rejected(Runnable reading, String reason) {
		assertThatExceptionOfType(RejectedRow.class).isThrownBy(reading::run).withMessage(reason);
	}

}
