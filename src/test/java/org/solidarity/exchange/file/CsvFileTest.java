package org.solidarity.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	@TempDir
	Path folder;

	CsvFiles files;

	@BeforeEach
	void aFolder() {
		this.files = new CsvFiles(this.folder);
	}

	@Test
	void marksTellTheEncoding() throws IOException {
		String text = "name,members\nForça Sindical,7\n";
		for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			assertThat(this.files.names(this.files.write(("\uFEFF" + text).getBytes(charset)), null))
				.containsExactly("Força Sindical");
			assertThat(this.files.names(this.files.write(text.getBytes(charset)), null))
				.containsExactly("Força Sindical");
		}
	}

	@Test
	void oneByteFarBehindMakesTheWholeFileWindows1252() throws IOException {
		var text = new StringBuilder("name,members\n");
		text.repeat("plain ascii,1\n", 200_000).append("Confédération,2\n").append("Unión,3\n");
		var names = this.files.names(this.files.write(text.toString().getBytes(WINDOWS_1252)), null);
		assertThat(names.subList(200_000, 200_002)).containsExactly("Confédération", "Unión");
	}

	@Test
	void charactersOfSeveralBytesAreWholeWhereverTheyFall() throws IOException {
		for (int padding = 0; padding < 4; padding++) {
			var text = "name,members\n" + "x".repeat(padding) + "日本語é".repeat(20) + ",1\n";
			var all = text + ("日本語é".repeat(15) + ",1\n").repeat(5000);
			assertThat(this.files.names(this.files.write(all.getBytes(StandardCharsets.UTF_8)), null)).hasSize(5001)
				.noneMatch(name -> name.contains("\uFFFD"));
		}
	}

	@Test
	void aToldEncodingIsTaken() throws IOException {
		var file = this.files.write("name,members\n“Solidarność”,1\n".getBytes(Charset.forName("windows-1250")));
		assertThat(this.files.names(file, Charset.forName("windows-1250"))).containsExactly("“Solidarność”");
		this.files.refused(file, StandardCharsets.UTF_8, "is not UTF-8: byte 14 is none of it");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void theHeaderTellsTheDelimiter(String delimiter) throws IOException {
		var text = "\"a,b;c\"|name|members\nx|\"A,B;C\tD\"|1\n".replace("|", delimiter);
		assertThat(this.files.names(this.files.write(text.getBytes()), null)).containsExactly("A,B;C D");
	}

	@Test
	void columnsComeInAnyOrderAndCaseAndStrangersAreNamed() throws IOException {
		try (var rows = this.files
			.rows(this.files.write("Extra, MEMBERS ,Date,NaMe,Other\n-,5,1/31/2021,x,-\n".getBytes()), null)) {
			assertThat(rows.header().ignored()).containsExactly("Extra", "Other");
			assertThat(rows.header().absent()).isEmpty();
			var row = CsvFiles.all(rows).getFirst();
			assertThat(row.people("members")).isEqualTo(5);
			assertThat(row.day("day", TODAY)).isEqualTo("2021-01-31");
		}
	}

	@Test
	void aHeaderThatDoesNotSuitIsRefusedInOneLine() throws IOException {
		this.files.refused(this.files.write("day,city\n1,2\n".getBytes()), null,
				"The file has no column name, members. The mapping test needs name, members; the file has day, city.");
		this.files.refused(this.files.write("name,members,NAME\n1,2,3\n".getBytes()), null,
				"The column name comes 2 times.");
		this.files.refused(this.files.write("name,members,date,day\n1,2,3,4\n".getBytes()), null,
				"The column day comes 2 times.");
	}

	@Test
	void anEmptyFileIsRefusedAndAHeaderAloneHasNoRows() throws IOException {
		this.files.refused(this.files.write(new byte[0]), null, "is empty.");
		this.files.refused(this.files.write("\uFEFF".getBytes(StandardCharsets.UTF_8)), null, "is empty.");
		this.files.refused(this.files.write("\n\n".getBytes()), null, "The file has no header.");
		assertThat(this.files.names(this.files.write("name,members".getBytes()), null)).isEmpty();
		this.files.refused(this.folder.resolve("nothing.csv"), null, "is not a file.");
	}

	@Test
	void gzipIsKnownByItsBytes() throws IOException {
		var packed = CsvFiles.gzip("name,members\nA,1\n".getBytes());
		assertThat(this.files.names(this.files.write(packed), null)).containsExactly("A");
		this.files.refused(this.files.write(Arrays.copyOf(packed, packed.length - 9)), null,
				"is not a whole gzip file.");
		packed[15] ^= 0x55;
		this.files.refused(this.files.write(packed), null, "is not a whole gzip file.");
	}

	@Test
	void aBombIsRefused() throws IOException {
		this.files.refused(this.files.write(CsvFiles.gzip(new byte[40 << 20])), null, "holds more than the");
		this.files.refused(this.files.write(new byte[65 << 20]), null, "holds more than the");
	}

	@Test
	void whatIsNoCsvIsRefusedInWords() throws IOException {
		this.files.refused(this.files.write(new byte[] { 'P', 'K', 3, 4, 20, 0 }), null,
				"is a zip file, as spreadsheets are");
		this.files.refused(this.files.write(new byte[100]), null, "The file has no column name, members");
		this.files.refused(this.files.write("name|members\nA|1\n".getBytes()), null, "the file has name|members.");
		this.files.refused(this.files.write(("name,members" + ",x".repeat(1000)).getBytes()), null,
				"The file has 1002 columns; at most 1000");
		this.files.refused(this.files.write("P".getBytes()), null, "The file has no column name, members");
	}

}
