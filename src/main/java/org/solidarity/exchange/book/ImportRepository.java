package org.solidarity.exchange.book;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN_TALLY;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ImportRepository {

	private static final Field<List<Import.Tally>> TALLIES = multiset(
			select(IMPORT_RUN_TALLY.TALLY, IMPORT_RUN_TALLY.NAME, IMPORT_RUN_TALLY.COUNT).from(IMPORT_RUN_TALLY)
				.where(IMPORT_RUN_TALLY.RUN_ID.eq(IMPORT_RUN.ID))
				.orderBy(IMPORT_RUN_TALLY.TALLY, IMPORT_RUN_TALLY.COUNT.desc(), IMPORT_RUN_TALLY.NAME))
		.convertFrom(rows -> rows.map(Records.mapping(Import.Tally::new)));

	private static final List<Field<?>> FIELDS = List.of(IMPORT_RUN.ID, IMPORT_RUN.FILE, IMPORT_RUN.CONTENT_SHA256,
			IMPORT_RUN.MAPPING, IMPORT_RUN.OPTIONS, IMPORT_RUN.STATE, IMPORT_RUN.ROWS_DONE, IMPORT_RUN.STARTED_AT,
			IMPORT_RUN.CHANGED_AT, TALLIES);

	private final DSLContext sql;

	private final Pages pages;

	ImportRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Import> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(IMPORT_RUN)
			.where(visibleTo(viewer), IMPORT_RUN.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(IMPORT_RUN.ID, ImportRepository::shown);
	}

	Connection<Import> list(Viewer viewer, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, IMPORT_RUN, visibleTo(viewer),
				Ordering.by("import_run.started", Direction.DESC, IMPORT_RUN.ID, IMPORT_RUN.STARTED_AT),
				ImportRepository::shown), page);
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, STAFF, AUDITOR -> noCondition();
			case COORDINATOR, PARTNER -> falseCondition();
		};
	}

	private static Import shown(Record row) {
		return new Import(row.get(IMPORT_RUN.ID), row.get(IMPORT_RUN.FILE),
				HexFormat.of().formatHex(row.get(IMPORT_RUN.CONTENT_SHA256)), row.get(IMPORT_RUN.MAPPING),
				row.get(IMPORT_RUN.OPTIONS), row.get(IMPORT_RUN.STATE), row.get(IMPORT_RUN.ROWS_DONE),
				row.get(IMPORT_RUN.STARTED_AT), row.get(IMPORT_RUN.CHANGED_AT), row.get(TALLIES));
	}

}
