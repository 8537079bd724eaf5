package org.solidarity.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The two kinds of files. */
class SheetTest {

	@TempDir
	Path folder;

	@Test
	void aWorkbookHoldsNumbersDaysAndHarmlessTexts() throws Exception {
		var out = new ByteArrayOutputStream();
		var sheet = Format.XLSX.begin(out, List.of("Name", "Amount"));
		sheet.row("=1+1", 1234L, LocalDate.of(2026, 1, 31), null, true);
		sheet.row("Łódź <&> 東京 \u0001", BigInteger.TEN.pow(18), LocalDate.of(1850, 1, 1),
				Instant.parse("2026-01-01T06:00:00Z"));
		sheet.end();
		assertThat(cells(out, 1)).containsExactly("A1 inlineStr Name", "B1 inlineStr Amount", "A2 inlineStr '=1+1",
				"B2 n 1234", "C2 n 46053.0", "E2 inlineStr yes", "A3 inlineStr Łódź <&> 東京 ",
				"B3 inlineStr 1000000000000000000", "C3 inlineStr 1850-01-01", "D3 n 46023.25");
		assertThat(parts(out).get("xl/styles.xml")).contains("yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss");
	}

	@Test
	void whatDoesNotFitIntoOneSheetGoesOnInTheNextUnderTheSameHeadings() throws Exception {
		var out = new ByteArrayOutputStream();
		var sheet = new XlsxSheet(out, 3, List.of("Number"));
		for (int i = 1; i <= 5; i++) {
			sheet.row(i);
		}
		sheet.end();
		assertThat(cells(out, 1)).containsExactly("A1 inlineStr Number", "A2 n 1", "A3 n 2");
		assertThat(cells(out, 2)).containsExactly("A1 inlineStr Number", "A2 n 3", "A3 n 4");
		assertThat(cells(out, 3)).containsExactly("A1 inlineStr Number", "A2 n 5");
	}

	@Test
	void aFileWithoutRowsHasItsHeadings() throws Exception {
		var out = new ByteArrayOutputStream();
		Format.CSV.begin(out, List.of("Name", "=Amount")).end();
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Name,'=Amount\r\n");
		var workbook = new ByteArrayOutputStream();
		Format.XLSX.begin(workbook, List.of("Name")).end();
		assertThat(cells(workbook, 1)).containsExactly("A1 inlineStr Name");
	}

	/** In 24 MiB, which would not hold a tenth of them. */
	@Test
	void aMillionRowsNeedNoMoreMemoryThanAFew() throws Exception {
		var java = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xmx24m",
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), MillionRows.class.getName())
			.redirectErrorStream(true)
			.start();
		String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(java.waitFor()).as(said).isZero();
		assertThat(said).contains("CSV 1000000", "XLSX 1000000");
	}

	/** Where each cell is, its type and what it holds. */
	private List<String> cells(ByteArrayOutputStream workbook, int sheet) throws Exception {
		var xml = parts(workbook).get("xl/worksheets/sheet" + sheet + ".xml");
		var cells = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
			.getElementsByTagName("c");
		return IntStream.range(0, cells.getLength())
			.mapToObj(i -> (Element) cells.item(i))
			.map(cell -> cell.getAttribute("r") + " " + cell.getAttribute("t") + " " + cell.getTextContent())
			.toList();
	}

	private Map<String, String> parts(ByteArrayOutputStream workbook) throws IOException {
		Map<String, String> parts = new TreeMap<>();
		var file = Files.write(this.folder.resolve("workbook.xlsx"), workbook.toByteArray());
		try (var zip = new ZipFile(file.toFile())) {
			for (var entry : Collections.list(zip.entries())) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

}
