package org.solidarity.exchange.export;

import static org.solidarity.platform.jooq.Tables.EXPORT_RUN;

import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

/** The book of exports: who took what out, and how many rows. */
@Repository
class ExportRuns {

	private final DSLContext sql;

	private final Transactions transactions;

	private final Clock clock;

	ExportRuns(DSLContext sql, Transactions transactions, Clock clock) {
		this.sql = sql;
		this.transactions = transactions;
		this.clock = clock;
	}

	UUID begin(Viewer viewer, UUID campaign, String listing, Format format) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(EXPORT_RUN)
					.set(EXPORT_RUN.CAMPAIGN_ID, campaign)
					.set(EXPORT_RUN.LISTING, listing)
					.set(EXPORT_RUN.FORMAT, format.name())
					.set(EXPORT_RUN.ASKED_BY, viewer.id())
					.set(EXPORT_RUN.ASKED_AS, viewer.role())
					.set(EXPORT_RUN.GROUP_ID, viewer.group())
					.returning(EXPORT_RUN.ID)
					.fetchSingle(EXPORT_RUN.ID));
	}

	void end(UUID run, long rows, boolean whole) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(EXPORT_RUN)
					.set(EXPORT_RUN.ROWS, rows)
					.set(EXPORT_RUN.WHOLE, whole)
					.set(EXPORT_RUN.ENDED_AT, this.clock.instant())
					.where(EXPORT_RUN.ID.eq(run))
					.execute());
	}

	/** Gives each statement of this transaction the time that an export takes. */
	void giveTime() {
		Routines.beginExport(this.sql.configuration());
	}

}
