package org.solidarity.exchange;

import static org.jooq.impl.DSL.excluded;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN_TALLY;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ImportState;
import org.springframework.stereotype.Repository;

/** The book of imports: what was begun, how far it got, what came of it. */
@Repository
class ImportRuns {

	private final DSLContext sql;

	private final Transactions transactions;

	private final Clock clock;

	ImportRuns(DSLContext sql, Transactions transactions, Clock clock) {
		this.sql = sql;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Works while no other import does, in this application or another on the same
	 * database.
	 * @throws ImportRefused where one does
	 */
	void alone(Runnable work) {
		if (!this.transactions.alone("crm.import", work)) {
			throw new ImportRefused("Another import is running; try again when it has ended.");
		}
	}

	/** The latest run of this content, where it did not get to the end. */
	Optional<ImportRun> unfinished(byte[] sha256, ImportRequest request) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(IMPORT_RUN)
					.where(IMPORT_RUN.CONTENT_SHA256.eq(sha256), IMPORT_RUN.MAPPING.eq(request.mapping()),
							IMPORT_RUN.OPTIONS.eq(request.options()))
					.orderBy(IMPORT_RUN.STARTED_AT.desc(), IMPORT_RUN.ID.desc())
					.limit(1)
					.fetchOptional()
					.filter(run -> run.getState() != ImportState.FINISHED)
					.map(run -> new ImportRun(run.getId(), run.getRowsDone(), run.getReportBytes())));
	}

	ImportRun begin(byte[] sha256, ImportRequest request, long reportBytes) {
		String name = request.file().getFileName().toString();
		return this.transactions.write(Viewer.SYSTEM,
				() -> new ImportRun(this.sql.insertInto(IMPORT_RUN)
					.set(IMPORT_RUN.FILE, name)
					.set(IMPORT_RUN.CONTENT_SHA256, sha256)
					.set(IMPORT_RUN.MAPPING, request.mapping())
					.set(IMPORT_RUN.OPTIONS, request.options())
					.set(IMPORT_RUN.REPORT_BYTES, reportBytes)
					.set(IMPORT_RUN.STARTED_BY, Viewer.SYSTEM.id())
					.returning(IMPORT_RUN.ID)
					.fetchSingle(IMPORT_RUN.ID), 0, reportBytes));
	}

	/** To be called in the transaction that took the rows in. */
	void advance(ImportRun run, Tallies batch) {
		this.sql.update(IMPORT_RUN)
			.set(IMPORT_RUN.ROWS_DONE, run.rowsDone())
			.set(IMPORT_RUN.REPORT_BYTES, run.reportBytes())
			.set(IMPORT_RUN.CHANGED_AT, this.clock.instant())
			.where(IMPORT_RUN.ID.eq(run.id()))
			.execute();
		var tallies = this.sql.insertInto(IMPORT_RUN_TALLY, IMPORT_RUN_TALLY.RUN_ID, IMPORT_RUN_TALLY.TALLY,
				IMPORT_RUN_TALLY.NAME, IMPORT_RUN_TALLY.COUNT);
		batch.counts().forEach((key, count) -> tallies.values(run.id(), key.tally(), key.name(), count));
		if (!batch.counts().isEmpty()) {
			tallies.onConflict(IMPORT_RUN_TALLY.RUN_ID, IMPORT_RUN_TALLY.TALLY, IMPORT_RUN_TALLY.NAME)
				.doUpdate()
				.set(IMPORT_RUN_TALLY.COUNT, IMPORT_RUN_TALLY.COUNT.plus(excluded(IMPORT_RUN_TALLY.COUNT)))
				.execute();
		}
	}

	void end(ImportRun run, ImportState state) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(IMPORT_RUN)
					.set(IMPORT_RUN.STATE, state)
					.set(IMPORT_RUN.CHANGED_AT, this.clock.instant())
					.where(IMPORT_RUN.ID.eq(run.id()))
					.execute());
	}

	Tallies tallies(ImportRun run) {
		return this.transactions.read(Viewer.SYSTEM, () -> {
			var tallies = new Tallies();
			this.sql.selectFrom(IMPORT_RUN_TALLY)
				.where(IMPORT_RUN_TALLY.RUN_ID.eq(run.id()))
				.forEach(row -> tallies.add(row.getTally(), row.getName(), row.getCount()));
			return tallies;
		});
	}

}
