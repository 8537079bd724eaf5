package org.solidarity.exchange.export;

import static org.solidarity.platform.csv.Cells.harmless;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Office Open XML. Texts stand in the row itself, not in a table that would
 * grow with them. What does not fit into one sheet goes on in the next one.
 */
final class XlsxSheet implements Sheet {

	/** How many rows a sheet has; a number of the file format. */
	private static final int ROWS = 1 << 20;

	private static final int FLUSHED = 500;

	/** More digits than that a spreadsheet would round. */
	private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);

	/** A spreadsheet counts its days from here, and took 1900 for a leap year. */
	private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

	private final Workbook workbook;

	private final List<String> headings;

	private final int rows;

	private Worksheet sheet;

	private int sheets = 1;

	private int row;

	XlsxSheet(OutputStream out, List<String> headings) {
		this(out, ROWS, headings);
	}

	XlsxSheet(OutputStream out, int rows, List<String> headings) {
		this.workbook = new Workbook(out, "SolidarityCRM", "1.0");
		this.headings = headings;
		this.rows = rows;
		this.sheet = begin();
	}

	private Worksheet begin() {
		var begun = this.workbook.newWorksheet("Sheet" + this.sheets);
		begun.freezePane(0, 1);
		this.row = 0;
		for (int column = 0; column < this.headings.size(); column++) {
			begun.inlineString(0, column, this.headings.get(column));
			begun.style(0, column).bold().set();
		}
		return begun;
	}

	@Override
	public void row(@Nullable Object... cells) throws IOException {
		if (++this.row == this.rows) {
			this.sheet.finish();
			this.sheets++;
			this.sheet = begin();
			this.row = 1;
		}
		for (int column = 0; column < cells.length; column++) {
			cell(column, cells[column]);
		}
		if (this.row % FLUSHED == 0) {
			this.sheet.flush();
		}
	}

	private void cell(int column, @Nullable Object cell) {
		switch (cell) {
			case null -> {
			}
			case Number number -> number(column, new BigDecimal(number.toString()));
			case Boolean yes -> text(column, yes ? "yes" : "no");
			case LocalDate day when !day.isBefore(FIRST) -> {
				this.sheet.value(this.row, column, day);
				this.sheet.style(this.row, column).format("yyyy-mm-dd").set();
			}
			case Instant moment -> {
				this.sheet.value(this.row, column, moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
				this.sheet.style(this.row, column).format("yyyy-mm-dd hh:mm:ss").set();
			}
			default -> text(column, harmless(cell.toString()));
		}
	}

	private void number(int column, BigDecimal number) {
		if (number.abs().compareTo(EXACT) < 0) {
			this.sheet.value(this.row, column, number);
		}
		else {
			text(column, number.toPlainString());
		}
	}

	private void text(int column, String text) {
		this.sheet.inlineString(this.row, column, text);
	}

	@Override
	public void end() throws IOException {
		this.sheet.finish();
		this.workbook.finish();
		this.workbook.close();
	}

}
