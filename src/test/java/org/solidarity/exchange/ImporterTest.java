package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.exchange.Imports.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.action.load.ActionImport;
import org.solidarity.endorsement.load.EndorsementImport;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.BodyImport;
import org.solidarity.platform.Transactions;
import org.solidarity.pledge.load.PledgeImport;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ImporterTest {

	@Autowired
	Imports imports;

	@Autowired
	Importer importer;

	@Autowired
	List<Mapping> mappings;

	@Autowired
	ImportRuns runs;

	@Autowired
	BodyImport bodies;

	@Autowired
	EndorsementImport endorsements;

	@Autowired
	PledgeImport pledges;

	@Autowired
	ActionImport actions;

	@Autowired
	ImportLimits limits;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Clock clock;

	@TempDir
	Path folder;

	OlmsUnion union;

	@BeforeEach
	void aUnion() {
		this.union = new OlmsUnion(this.sql, this.transactions, this.folder);
	}

	@Test
	void theSameRowsAgainInAnyOrderChangeNothing() throws IOException {
		var rows = new ArrayList<String>();
		for (int i = 1; i <= 60; i++) {
			rows.add(this.union.local(i % 40, i % 3 == 0 ? "DC" : "LU", Integer.toString(i % 20), Integer.toString(i)));
		}
		rows.add(this.union.headquarters(50, "5"));
		var file = this.union.file(rows.toArray(String[]::new));
		this.imports.run(file, "olms-lm");
		var before = this.union.everything();
		var report = report(file);
		assertThat(this.imports.run(file, "olms-lm")).contains("0 bodies created", "61 rows said nothing new",
				"0 member counts recorded");
		assertThat(report(file)).isEqualTo(report);
		Collections.shuffle(rows, new Random(7));
		assertThat(this.imports.run(this.union.file(rows.toArray(String[]::new)), "olms-lm"))
			.contains("0 bodies created", "61 rows said nothing new");
		assertThat(this.union.everything()).isEqualTo(before);
	}

	@Test
	void anImportThatWasCutOffGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
		var rows = new ArrayList<String>();
		for (int i = 1; i <= 50; i++) {
			rows.add(i % 7 == 0 ? "broken"
					: this.union.local(i % 30, "LU", Integer.toString(i % 9), Integer.toString(i)));
		}
		var file = this.union.file(rows.toArray(String[]::new));
		var out = new ArrayList<String>();
		for (int crash : new int[] { 23, 24, 41 }) {
			assertThatThrownBy(() -> importer(4, crash).run(request(file), out::add)).hasMessage("cut off");
		}
		importer(4, Integer.MAX_VALUE).run(request(file), out::add);
		assertThat(out.stream().filter(line -> line.startsWith("Going on after row"))).hasSize(3);
		assertThat(String.join("\n", out)).contains("50 rows read", "7 rejected");
		var resumed = Files.readString(Path.of(file + ".report.csv"));
		var state = this.union.everything();
		assertThat(this.imports.run(file, "olms-lm")).contains("50 rows read", "0 bodies created",
				"43 rows said nothing new", "7 rejected");
		assertThat(Files.readString(Path.of(file + ".report.csv"))).isEqualTo(resumed);
		assertThat(this.union.everything()).isEqualTo(state);
	}

	@Test
	void aQuoteThatIsNotClosedIsReportedAndTheRowsAfterItAreTakenIn() throws IOException {
		var file = this.union.file(this.union.local(1, "LU", "1", "5"),
				this.union.local(2, "LU", "2", "5").replace(",ALBANY", ",\"ALBANY"),
				this.union.local(3, "LU", "3", "5"));
		assertThat(this.imports.run(file, "olms-lm")).contains("3 rows read", "2 LOCAL_UNION", "1 rejected");
		assertThat(report(file)).hasSize(2)
			.last()
			.asString()
			.startsWith("3,REJECTED,,")
			.endsWith("…\",a quote that opens on this line is not closed; read on in the next line");
		assertThat(this.union.counts(3)).hasSize(1);
	}

	@Test
	void countsWithoutADayAreAsOfTheDayThatIsTold() throws IOException {
		var file = this.union.file(this.union.local(1, "LU", "1", "5").replace("2021-03-31", ""));
		this.importer.run(new ImportRequest(file, "olms-lm", null, LocalDate.of(2019, 5, 1)), line -> {
		});
		assertThat(this.union.counts(1)).singleElement().asString().startsWith("2019-05-01 5 REPORTED");
		for (var day : List.of(LocalDate.of(2999, 1, 1), LocalDate.of(1066, 10, 14))) {
			assertThatExceptionOfType(ImportRefused.class)
				.isThrownBy(() -> this.importer.run(new ImportRequest(file, "olms-lm", null, day), line -> {
				}))
				.withMessageStartingWith("No count can be as of " + day + "; tell a day from 1900-01-01 to today");
		}
	}

	@Test
	void ofTwoImportsAtOnceOneIsRefused() throws IOException {
		var file = this.union.file(this.union.local(1, "LU", "1", "1"));
		this.runs.alone(
				() -> assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> this.imports.run(file, "olms-lm"))
					.withMessage("Another import is running; try again when it has ended."));
		assertThat(this.imports.run(file, "olms-lm")).contains("1 LOCAL_UNION");
	}

	@Test
	void aMappingThatDoesNotExistIsNamedWithThoseThatDo() {
		assertThatExceptionOfType(ImportRefused.class).isThrownBy(
				() -> this.importer.run(new ImportRequest(this.folder.resolve("x.csv"), "excel", null, null), line -> {
				}))
			.withMessage("There is no mapping excel; there are endorsements, ituc, labor-actions, npsp-accounts, "
					+ "npsp-opportunities, olms-lm, sf-endorsements.");
	}

	private static ImportRequest request(Path file) {
		return new ImportRequest(file, "olms-lm", null, null);
	}

	/** An importer that is cut off, as by a kill, when it reads its n-th row. */
	private Importer importer(int batch, int crash) {
		var small = new ImportLimits(this.limits.fileSize(), this.limits.packing(), this.limits.fieldLength(),
				this.limits.recordLength(), this.limits.columns(), batch);
		return new Importer(this.mappings.stream().map(mapping -> (Mapping) new CutOff(mapping, crash)).toList(),
				this.runs, new Batches(this.bodies, this.endorsements, this.pledges, this.actions, this.runs,
						this.transactions, small),
				small, this.clock);
	}

	private record CutOff(Mapping mapping, int line) implements Mapping {

		@Override
		public String name() {
			return this.mapping.name();
		}

		@Override
		public List<Column> columns() {
			return this.mapping.columns();
		}

		@Override
		public Map<String, String> parts() {
			return this.mapping.parts();
		}

		@Override
		public Understood understand(Row row, Days days) {
			if (row.line() >= this.line) {
				throw new IllegalStateException("cut off");
			}
			return this.mapping.understand(row, days);
		}

	}

}
