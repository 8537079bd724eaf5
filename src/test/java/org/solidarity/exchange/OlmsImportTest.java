package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.exchange.Imports.report;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the filings of unions become. */
@ApiTest
class OlmsImportTest {

	@Autowired
	Imports imports;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@TempDir
	Path folder;

	OlmsUnion union;

	@BeforeEach
	void aUnion() {
		this.union = new OlmsUnion(this.sql, this.transactions, this.folder);
	}

	@Test
	void aLocalIsCharteredByTheUnionOfItsAffiliation() throws IOException {
		var file = this.union.file(this.union.local(1, "LU   ", "245", "1200"), this.union.headquarters(2, "9000"));
		assertThat(this.imports.run(file, "olms-lm")).contains("2 rows read", "2 bodies created", "1 LOCAL_UNION",
				"1 NATIONAL_UNION", "2 member counts recorded", "1 relations recorded", "0 doubtful", "0 rejected");
		var local = this.union.body(1);
		var national = this.union.body(2);
		assertThat(List.of(local.get(BODY.NAME), local.get(BODY.AFFILIATION), local.get(BODY.DESIGNATION),
				local.get(BODY.DESIGNATION_NUMBER), local.get(BODY.COUNTRY), local.get(BODY.REGION)))
			.containsExactly(this.union.name() + " Local 245", this.union.name(), "Local", "245", "US", "US-NY");
		assertThat(national.get(BODY.NAME)).isEqualTo("TEST WORKERS");
		assertThat(this.union.relations(1)).containsExactly("CHARTERED_BY TEST WORKERS");
		assertThat(this.union.counts(1)).containsExactly(
				"2021-03-31 1200 REPORTED US DOL OLMS LM filing, file number " + (this.union.number() + 1));
	}

	@Test
	void anotherNameOfAKnownBodyIsAddedAndNeverReplacesTheOldOne() throws IOException {
		this.imports.run(this.union.file(this.union.local(1, "LU", "7", "10")), "olms-lm");
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(BODY)
					.set(BODY.NAME, "As staff writes it")
					.where(BODY.ID.eq(this.union.body(1).get(BODY.ID)))
					.execute());
		var file = this.union.file(this.union.local(1, "LU", "7", "10"), this.union.local(1, "LU", "8", "10"));
		assertThat(this.imports.run(file, "olms-lm")).contains("0 bodies created", "2 other names recorded",
				"2 doubtful");
		assertThat(this.imports.run(file, "olms-lm")).contains("0 bodies created", "0 other names recorded",
				"2 rows said nothing new", "2 doubtful");
		assertThat(this.union.body(1).get(BODY.NAME)).isEqualTo("As staff writes it");
		assertThat(this.union.names(1)).containsExactly("ALIAS " + this.union.name() + " Local 7 2021-03-31",
				"ALIAS " + this.union.name() + " Local 8 2021-03-31");
	}

	@Test
	void affiliationAndNumberAreNoKey() throws IOException {
		var file = this.union.file(this.union.local(1, "LU", "1199", "10"), this.union.local(2, "LU", "1199", "20"),
				this.union.local(3, "LG", "1199", "30"));
		assertThat(this.imports.run(file, "olms-lm")).contains("3 LOCAL_UNION", "1 doubtful");
		assertThat(this.union.body(1).get(BODY.ID)).isNotEqualTo(this.union.body(2).get(BODY.ID));
		assertThat(report(file)).containsExactly("line,severity,field,value,reason",
				"3,DOUBTFUL,desig_num,1199,\"another body has the same affiliation, designation and number; both are kept\"");
	}

	@Test
	void eachWrongRowIsReportedWithLineFieldValueAndReason() throws IOException {
		var file = this.union.file("=1+1,TEST WORKERS," + this.union.name() + ",,LU,1,5,X,NY,1,,F,2021-03-31",
				"only,three,fields", this.union.local(1, "LU", "1", "-4"), this.union.local(2, "ZZZ", "2", "0"),
				this.union.local(3, "LU", "3", "12").replace("NY", "QQ"),
				this.union.local(4, "LU", "4", "5").replace("2021-03-31", "2921-03-31"),
				",TEST WORKERS,X,,LU,1,5,X,NY,1,,F,");
		assertThat(this.imports.run(file, "olms-lm")).contains("7 rows read", "3 rejected");
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
		assertThat(this.union.counts(1)).isEmpty();
		assertThat(this.union.counts(2)).isEmpty();
	}

	@Test
	void aTerminalReportEndsTheCharterAndMayCountNobody() throws IOException {
		this.imports.run(this.union.file(this.union.local(1, "LU", "1", "0").replace(",,F,", ",2021-02-28,T,")),
				"olms-lm");
		assertThat(this.union.body(1).get(BODY.STATUS).getLiteral()).isEqualTo("INACTIVE");
		assertThat(this.union.counts(1)).singleElement().asString().startsWith("2021-03-31 0 REPORTED");
		assertThat(this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY_RELATION.TO_DATE)
					.from(BODY_RELATION)
					.where(BODY_RELATION.FROM_ID.eq(this.union.body(1).get(BODY.ID)))
					.fetchSingle(BODY_RELATION.TO_DATE)))
			.isEqualTo(LocalDate.of(2021, 3, 1));
		var file = this.union.file(this.union.local(2, "LU", "2", "9"),
				this.union.local(2, "LU", "2", "0").replace(",,F,", ",2021-02-28,T,"));
		assertThat(this.imports.run(file, "olms-lm")).contains("2 doubtful");
		assertThat(this.union.body(2).get(BODY.STATUS).getLiteral()).isEqualTo("ACTIVE");
	}

	@Test
	void independentUnionsTerritoriesAndCanada() throws IOException {
		this.imports.run(this.union.file(
				(this.union.number() + 1) + ",NURSES OF SAN JUAN,UNAFF,NORTH,,,5,SAN JUAN,PR,00908,,F,2021-03-31",
				this.union.local(2, "LU", "1", "5").replace("NY,10036", "00,L2J 2K9")), "olms-lm");
		assertThat(this.union.body(1).get(BODY.NAME)).isEqualTo("NURSES OF SAN JUAN, NORTH");
		assertThat(this.union.body(1).get(BODY.REGION)).isEqualTo("US-PR");
		assertThat(this.union.relations(1)).isEmpty();
		assertThat(this.union.body(2).get(BODY.REGION)).isEqualTo("CA-ON");
	}

}
