package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_NAME;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.endorsement.load.EndorsementImport;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.BodyImport;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ImporterTest {

	private static final AtomicInteger NUMBERS = new AtomicInteger(300_000_000);

	private static final String HEADER = "f_num,union_name,aff_abbr,unit_name,desig_name,desig_num,members,city,state,zip,"
			+ "term_date,terminate,pd_covered_to";

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
	ImportLimits limits;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Clock clock;

	@TempDir
	Path folder;

	private final String union = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

	private final int number = NUMBERS.addAndGet(1000);

	@Test
	void aLocalIsCharteredByTheUnionOfItsAffiliation() throws IOException {
		var file = file(local(1, "LU   ", "245", "1200"), headquarters(2, "9000"));
		assertThat(run(file)).contains("2 rows read", "2 bodies created", "1 LOCAL_UNION", "1 NATIONAL_UNION",
				"2 member counts recorded", "1 relations recorded", "0 doubtful", "0 rejected");
		var local = body(1);
		var national = body(2);
		assertThat(List.of(local.get(BODY.NAME), local.get(BODY.AFFILIATION), local.get(BODY.DESIGNATION),
				local.get(BODY.DESIGNATION_NUMBER), local.get(BODY.COUNTRY), local.get(BODY.REGION)))
			.containsExactly(this.union + " Local 245", this.union, "Local", "245", "US", "US-NY");
		assertThat(national.get(BODY.NAME)).isEqualTo("TEST WORKERS");
		assertThat(relations(1)).containsExactly("CHARTERED_BY TEST WORKERS");
		assertThat(counts(1))
			.containsExactly("2021-03-31 1200 REPORTED US DOL OLMS LM filing, file number " + (this.number + 1));
	}

	@Test
	void theSameRowsAgainInAnyOrderChangeNothing() throws IOException {
		var rows = new ArrayList<String>();
		for (int i = 1; i <= 60; i++) {
			rows.add(local(i % 40, i % 3 == 0 ? "DC" : "LU", Integer.toString(i % 20), Integer.toString(i)));
		}
		rows.add(headquarters(50, "5"));
		var file = file(rows.toArray(String[]::new));
		run(file);
		var before = everything();
		var report = report(file);
		assertThat(run(file)).contains("0 bodies created", "61 rows said nothing new", "0 member counts recorded");
		assertThat(report(file)).isEqualTo(report);
		Collections.shuffle(rows, new Random(7));
		assertThat(run(file(rows.toArray(String[]::new)))).contains("0 bodies created", "61 rows said nothing new");
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void anotherNameOfAKnownBodyIsAddedAndNeverReplacesTheOldOne() throws IOException {
		run(file(local(1, "LU", "7", "10")));
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(BODY)
					.set(BODY.NAME, "As staff writes it")
					.where(BODY.ID.eq(body(1).get(BODY.ID)))
					.execute());
		var file = file(local(1, "LU", "7", "10"), local(1, "LU", "8", "10"));
		assertThat(run(file)).contains("0 bodies created", "2 other names recorded", "2 doubtful");
		assertThat(run(file)).contains("0 bodies created", "0 other names recorded", "2 rows said nothing new",
				"2 doubtful");
		assertThat(body(1).get(BODY.NAME)).isEqualTo("As staff writes it");
		assertThat(names(1)).containsExactly("ALIAS " + this.union + " Local 7 2021-03-31",
				"ALIAS " + this.union + " Local 8 2021-03-31");
	}

	@Test
	void affiliationAndNumberAreNoKey() throws IOException {
		var file = file(local(1, "LU", "1199", "10"), local(2, "LU", "1199", "20"), local(3, "LG", "1199", "30"));
		assertThat(run(file)).contains("3 LOCAL_UNION", "1 doubtful");
		assertThat(body(1).get(BODY.ID)).isNotEqualTo(body(2).get(BODY.ID));
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"3,DOUBTFUL,desig_num,1199,\"another body has the same affiliation, designation and number; both are kept\"");
	}

	@Test
	void eachWrongRowIsReportedWithLineFieldValueAndReason() throws IOException {
		var file = file("=1+1,TEST WORKERS," + this.union + ",,LU,1,5,X,NY,1,,F,2021-03-31", "only,three,fields",
				local(1, "LU", "1", "-4"), local(2, "ZZZ", "2", "0"), local(3, "LU", "3", "12").replace("NY", "QQ"),
				local(4, "LU", "4", "5").replace("2021-03-31", "2921-03-31"), ",TEST WORKERS,X,,LU,1,5,X,NY,1,,F,");
		assertThat(run(file)).contains("7 rows read", "3 rejected");
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"2,REJECTED,f_num,'=1+1,this is not a file number",
				"3,REJECTED,,,\"the row has 3 fields, the header has 13\"",
				"4,DOUBTFUL,members,'-4,this is not between 0 and 100000000; not recorded",
				"5,DOUBTFUL,members,0,\"nobody, in a report that is not the last one; taken as not reported\"",
				"5,DOUBTFUL,desig_name,ZZZ,this designation is not known; taken as a local union",
				"6,DOUBTFUL,state,QQ,this is not a state or territory; country and region left out",
				"7,DOUBTFUL,pd_covered_to,2921-03-31,this day is too early or lies ahead; not used",
				"7,DOUBTFUL,pd_covered_to,2921-03-31,the count has no day; recorded as of the day of the file",
				"8,REJECTED,f_num,,the field is empty");
		assertThat(counts(1)).isEmpty();
		assertThat(counts(2)).isEmpty();
	}

	@Test
	void aTerminalReportEndsTheCharterAndMayCountNobody() throws IOException {
		run(file(local(1, "LU", "1", "0").replace(",,F,", ",2021-02-28,T,")));
		assertThat(body(1).get(BODY.STATUS).getLiteral()).isEqualTo("INACTIVE");
		assertThat(counts(1)).singleElement().asString().startsWith("2021-03-31 0 REPORTED");
		assertThat(this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY_RELATION.TO_DATE)
					.from(BODY_RELATION)
					.where(BODY_RELATION.FROM_ID.eq(body(1).get(BODY.ID)))
					.fetchSingle(BODY_RELATION.TO_DATE)))
			.isEqualTo(LocalDate.of(2021, 3, 1));
		var file = file(local(2, "LU", "2", "9"), local(2, "LU", "2", "0").replace(",,F,", ",2021-02-28,T,"));
		assertThat(run(file)).contains("2 doubtful");
		assertThat(body(2).get(BODY.STATUS).getLiteral()).isEqualTo("ACTIVE");
	}

	@Test
	void independentUnionsTerritoriesAndCanada() throws IOException {
		run(file((this.number + 1) + ",NURSES OF SAN JUAN,UNAFF,NORTH,,,5,SAN JUAN,PR,00908,,F,2021-03-31",
				local(2, "LU", "1", "5").replace("NY,10036", "00,L2J 2K9")));
		assertThat(body(1).get(BODY.NAME)).isEqualTo("NURSES OF SAN JUAN, NORTH");
		assertThat(body(1).get(BODY.REGION)).isEqualTo("US-PR");
		assertThat(relations(1)).isEmpty();
		assertThat(body(2).get(BODY.REGION)).isEqualTo("CA-ON");
	}

	@Test
	void anImportThatWasCutOffGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
		var rows = new ArrayList<String>();
		for (int i = 1; i <= 50; i++) {
			rows.add(i % 7 == 0 ? "broken" : local(i % 30, "LU", Integer.toString(i % 9), Integer.toString(i)));
		}
		var file = file(rows.toArray(String[]::new));
		var out = new ArrayList<String>();
		for (int crash : new int[] { 23, 24, 41 }) {
			assertThatThrownBy(() -> importer(4, crash).run(request(file), out::add)).hasMessage("cut off");
		}
		importer(4, Integer.MAX_VALUE).run(request(file), out::add);
		assertThat(out.stream().filter(line -> line.startsWith("Going on after row"))).hasSize(3);
		assertThat(String.join("\n", out)).contains("50 rows read", "7 rejected");
		var resumed = Files.readString(Path.of(file + ".report.csv"));
		var state = everything();
		assertThat(run(file)).contains("50 rows read", "0 bodies created", "43 rows said nothing new", "7 rejected");
		assertThat(Files.readString(Path.of(file + ".report.csv"))).isEqualTo(resumed);
		assertThat(everything()).isEqualTo(state);
	}

	@Test
	void aQuoteThatIsNotClosedIsReportedAndTheRowsAfterItAreTakenIn() throws IOException {
		var file = file(local(1, "LU", "1", "5"), local(2, "LU", "2", "5").replace(",ALBANY", ",\"ALBANY"),
				local(3, "LU", "3", "5"));
		assertThat(run(file)).contains("3 rows read", "2 LOCAL_UNION", "1 rejected");
		assertThat(report(file)).hasSize(2)
			.last()
			.asString()
			.startsWith("3,REJECTED,,")
			.endsWith("…\",a quote that opens on this line is not closed; read on in the next line");
		assertThat(counts(3)).hasSize(1);
	}

	@Test
	void countsWithoutADayAreAsOfTheDayThatIsTold() throws IOException {
		var file = file(local(1, "LU", "1", "5").replace("2021-03-31", ""));
		this.importer.run(new ImportRequest(file, "olms-lm", null, LocalDate.of(2019, 5, 1)), line -> {
		});
		assertThat(counts(1)).singleElement().asString().startsWith("2019-05-01 5 REPORTED");
		for (var day : List.of(LocalDate.of(2999, 1, 1), LocalDate.of(1066, 10, 14))) {
			assertThatExceptionOfType(ImportRefused.class)
				.isThrownBy(() -> this.importer.run(new ImportRequest(file, "olms-lm", null, day), line -> {
				}))
				.withMessageStartingWith("No count can be as of " + day + "; tell a day from 1900-01-01 to today");
		}
	}

	@Test
	void ofTwoImportsAtOnceOneIsRefused() throws IOException {
		var file = file(local(1, "LU", "1", "1"));
		this.runs.alone(() -> assertThatExceptionOfType(ImportRefused.class).isThrownBy(() -> run(file))
			.withMessage("Another import is running; try again when it has ended."));
		assertThat(run(file)).contains("1 LOCAL_UNION");
	}

	@Test
	void aMappingThatDoesNotExistIsNamedWithThoseThatDo() {
		assertThatExceptionOfType(ImportRefused.class).isThrownBy(
				() -> this.importer.run(new ImportRequest(this.folder.resolve("x.csv"), "excel", null, null), line -> {
				}))
			.withMessage("There is no mapping excel; there are endorsements, ituc, olms-lm, sf-endorsements.");
	}

	@Test
	void nationalCentresAreFoundByCountryAndNameWhateverTheirAccents() throws IOException {
		String name = "Confédération " + this.union;
		var file = Files.writeString(this.folder.resolve("ituc.csv"), """
				name,country_code,description,source_id
				%s,FR,"ITUC affiliate. %s.. 12,000 members (2019).",wp:%s
				%s,XX,ITUC affiliate.,
				""".formatted(name, "C." + this.union, name, name));
		assertThat(run(file, "ituc")).contains("1 NATIONAL_CENTER", "1 member counts recorded", "1 rejected");
		var other = Files.writeString(this.folder.resolve("ituc2.csv"), """
				name,country_code,description
				%s,FR,"ITUC affiliate. 12,000 members."
				%s,BE,ITUC affiliate. X.
				""".formatted(name.replace("é", "e").toUpperCase(), name));
		assertThat(run(other, "ituc")).contains("1 NATIONAL_CENTER", "1 rows said nothing new");
		var body = this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY).where(BODY.NAME.eq(name), BODY.COUNTRY.eq("FR")).fetchSingle());
		assertThat(List.of(body.getAcronym(), body.getOriginalName(), body.getOriginalLanguage()))
			.containsExactly("C." + this.union + ".", name, "fr");
	}

	private String local(int index, String designation, String local, String members) {
		return (this.number + index) + ",TEST WORKERS," + this.union + ",," + designation + "," + local + "," + members
				+ ",ALBANY,NY,10036,,F,2021-03-31";
	}

	private String headquarters(int index, String members) {
		return local(index, "NHQ  ", "", members);
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(Files.createTempFile(this.folder, "olms", ".csv"),
				HEADER + "\n" + String.join("\n", rows));
	}

	private static ImportRequest request(Path file) {
		return new ImportRequest(file, "olms-lm", null, null);
	}

	private String run(Path file) {
		return run(file, "olms-lm");
	}

	private String run(Path file, String mapping) {
		var out = new ArrayList<String>();
		this.importer.run(new ImportRequest(file, mapping, null, null), out::add);
		return String.join("\n", out).replaceAll(" +", " ");
	}

	private static List<String> report(Path file) throws IOException {
		return Files.readAllLines(Path.of(file + ".report.csv"));
	}

	/** An importer that is cut off, as by a kill, when it reads its n-th row. */
	private Importer importer(int batch, int crash) {
		var small = new ImportLimits(this.limits.fileSize(), this.limits.packing(), this.limits.fieldLength(),
				this.limits.recordLength(), this.limits.columns(), batch);
		return new Importer(this.mappings.stream().map(mapping -> (Mapping) new CutOff(mapping, crash)).toList(),
				this.runs, new Batches(this.bodies, this.endorsements, this.runs, this.transactions, small), small,
				this.clock);
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

	private org.jooq.Record body(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY.fields())
					.from(BODY)
					.join(BODY_IDENTIFIER)
					.on(BODY_IDENTIFIER.BODY_ID.eq(BODY.ID))
					.where(BODY_IDENTIFIER.SCHEME.eq("OLMS_FNUM"),
							BODY_IDENTIFIER.VALUE.eq(Integer.toString(this.number + index)))
					.fetchSingle());
	}

	private List<String> relations(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY_RELATION.TYPE, BODY.NAME)
					.from(BODY_RELATION)
					.join(BODY)
					.on(BODY.ID.eq(BODY_RELATION.TO_ID))
					.where(BODY_RELATION.FROM_ID.eq(body(index).get(BODY.ID)))
					.fetch(row -> row.value1() + " " + row.value2()));
	}

	private List<String> names(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY_NAME)
					.where(BODY_NAME.BODY_ID.eq(body(index).get(BODY.ID)))
					.orderBy(BODY_NAME.NAME)
					.fetch(name -> name.getType() + " " + name.getName() + " " + name.getFromDate()));
	}

	private List<String> counts(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY_MEMBER_COUNT)
					.where(BODY_MEMBER_COUNT.BODY_ID.eq(body(index).get(BODY.ID)))
					.orderBy(BODY_MEMBER_COUNT.ID)
					.fetch(count -> count.getAsOf() + " " + count.getCount() + " " + count.getBasis() + " "
							+ count.getSource()));
	}

	/** All that is recorded of the union of this test and its locals. */
	private String everything() {
		return this.transactions.read(Viewer.SYSTEM, () -> {
			var mine = this.sql.select(BODY.ID)
				.from(BODY)
				.where(BODY.AFFILIATION.eq(this.union).or(BODY.ACRONYM.eq(this.union)))
				.fetch(BODY.ID);
			return this.sql.selectFrom(BODY).where(BODY.ID.in(mine)).orderBy(BODY.ID).fetch().formatCSV()
					+ this.sql.selectFrom(BODY_NAME)
						.where(BODY_NAME.BODY_ID.in(mine))
						.orderBy(BODY_NAME.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_IDENTIFIER)
						.where(BODY_IDENTIFIER.BODY_ID.in(mine))
						.orderBy(BODY_IDENTIFIER.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_RELATION)
						.where(BODY_RELATION.FROM_ID.in(mine))
						.orderBy(BODY_RELATION.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_MEMBER_COUNT)
						.where(BODY_MEMBER_COUNT.BODY_ID.in(mine))
						.orderBy(BODY_MEMBER_COUNT.ID)
						.fetch()
						.formatCSV();
		});
	}

}
