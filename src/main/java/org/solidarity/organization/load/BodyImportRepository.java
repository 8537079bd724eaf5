package org.solidarity.organization.load;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.count;
import static org.solidarity.platform.jooq.Tables.BODY_IMPORT_ROW;
import static org.solidarity.platform.jooq.Tables.FINDINGS_OF_IMPORT;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.springframework.stereotype.Repository;

@Repository
class BodyImportRepository {

	static final List<Field<?>> COLUMNS = List.of(BODY_IMPORT_ROW.REF, BODY_IMPORT_ROW.LINE, BODY_IMPORT_ROW.PARENT,
			BODY_IMPORT_ROW.SCHEME, BODY_IMPORT_ROW.VALUE, BODY_IMPORT_ROW.VERIFIED, BODY_IMPORT_ROW.OTHER_SCHEME,
			BODY_IMPORT_ROW.OTHER_VALUE, BODY_IMPORT_ROW.BY_NAME, BODY_IMPORT_ROW.KIND, BODY_IMPORT_ROW.NAME,
			BODY_IMPORT_ROW.ACRONYM, BODY_IMPORT_ROW.ORIGINAL_NAME, BODY_IMPORT_ROW.ORIGINAL_LANGUAGE,
			BODY_IMPORT_ROW.AFFILIATION, BODY_IMPORT_ROW.DESIGNATION, BODY_IMPORT_ROW.DESIGNATION_PREFIX,
			BODY_IMPORT_ROW.DESIGNATION_NUMBER, BODY_IMPORT_ROW.DESIGNATION_SUFFIX, BODY_IMPORT_ROW.UNIT_NAME,
			BODY_IMPORT_ROW.STATUS, BODY_IMPORT_ROW.COUNTRY, BODY_IMPORT_ROW.REGION, BODY_IMPORT_ROW.CITY,
			BODY_IMPORT_ROW.WEBSITE, BODY_IMPORT_ROW.RELATION, BODY_IMPORT_ROW.RELATION_UNTIL, BODY_IMPORT_ROW.COUNT,
			BODY_IMPORT_ROW.AS_OF, BODY_IMPORT_ROW.DATED, BODY_IMPORT_ROW.BASIS, BODY_IMPORT_ROW.SOURCE,
			BODY_IMPORT_ROW.VISIBILITY);

	private static final String COPY = "copy body_import_row ("
			+ Stream.of(COLUMNS.toArray(Field<?>[]::new)).map(Field::getName).collect(joining(", ")) + ") from stdin";

	private final DSLContext sql;

	private final Transactions transactions;

	BodyImportRepository(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	void begin() {
		Routines.beginBodyImport(this.sql.configuration());
	}

	void end() {
		Routines.clearBodyImport(this.sql.configuration());
	}

	void copy(List<ImportedRow> rows) {
		this.transactions.copy(COPY, BatchText.of(rows));
	}

	Outcome takeIn(Viewer viewer) {
		var added = Routines.importBodies(this.sql.configuration(), viewer.id());
		var known = BODY_IMPORT_ROW.LINE.isNotNull()
			.and(BODY_IMPORT_ROW.BODY_ID.isNotNull())
			.andNot(BODY_IMPORT_ROW.CREATED);
		var matched = count().filterWhere(known.and(BODY_IMPORT_ROW.EXTENDED));
		var unchanged = count().filterWhere(known.andNot(BODY_IMPORT_ROW.EXTENDED));
		Map<BodyKind, Integer> created = this.sql.select(BODY_IMPORT_ROW.KIND, count())
			.from(BODY_IMPORT_ROW)
			.where(BODY_IMPORT_ROW.CREATED)
			.groupBy(BODY_IMPORT_ROW.KIND)
			.fetchMap(BODY_IMPORT_ROW.KIND, count());
		var rows = this.sql.select(matched, unchanged).from(BODY_IMPORT_ROW).fetchSingle();
		return new Outcome(created, rows.get(matched), rows.get(unchanged), added.getNames(), added.getRelations(),
				added.getCounts(), findings());
	}

	private List<Finding> findings() {
		return this.sql.selectFrom(FINDINGS_OF_IMPORT)
			.orderBy(FINDINGS_OF_IMPORT.LINE, FINDINGS_OF_IMPORT.FIELD)
			.fetch(row -> new Finding(row.getLine(), row.getRejected(), row.getField(), row.getValue(),
					row.getReason()));
	}

}
