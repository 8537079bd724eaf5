package org.solidarity.pledge.recount;

import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.RECOUNT_PLEDGES;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

/** Asks in the name of the application itself, which sees every row. */
@Repository
class RecountRepository {

	private final DSLContext sql;

	RecountRepository(DSLContext sql) {
		this.sql = sql;
	}

	List<UUID> campaigns() {
		return this.sql.select(CAMPAIGN.ID).from(CAMPAIGN).orderBy(CAMPAIGN.ID).fetch(CAMPAIGN.ID);
	}

	List<Difference> differences(UUID campaign) {
		var recount = RECOUNT_PLEDGES(campaign);
		return this.sql.selectFrom(recount)
			.orderBy(recount.WHAT, recount.BODY_ID, recount.PLEDGE_ID, recount.DAY.nullsFirst())
			.fetch(row -> new Difference(campaign, row.getWhat(), row.getPledgeId(), row.getBodyId(), row.getType(),
					row.getCurrency(), row.getDay(), row.getDifference()));
	}

	/** How many deltas were folded. */
	int fold(int most, LocalDate today) {
		return this.sql.select(Routines.foldPledgeDeltas(val(most), val(today))).fetchSingle().value1();
	}

	/** Lets the statements of this transaction take as long as they need. */
	void takeTime() {
		Routines.liftStatementTimeout(this.sql.configuration());
	}

}
