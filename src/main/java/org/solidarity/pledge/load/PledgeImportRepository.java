package org.solidarity.pledge.load;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ORIGIN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.springframework.stereotype.Repository;

@Repository
class PledgeImportRepository {

	private final DSLContext sql;

	PledgeImportRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** A pledge that was taken in before, as it now stands. */
	record Known(UUID id, BigDecimal amount, String currency) {

		boolean says(ImportedPledge row) {
			return this.amount.compareTo(row.amount()) == 0 && this.currency.equals(row.currency());
		}

	}

	@Nullable Known known(UUID campaign, ImportedPledge row) {
		return this.sql.select(PLEDGE.ID, PLEDGE.AMOUNT, PLEDGE.CURRENCY)
			.from(PLEDGE_ORIGIN)
			.join(PLEDGE)
			.on(PLEDGE.ID.eq(PLEDGE_ORIGIN.PLEDGE_ID))
			.where(PLEDGE_ORIGIN.CAMPAIGN_ID.eq(campaign), PLEDGE_ORIGIN.SOURCE.eq(row.source()),
					PLEDGE_ORIGIN.KEY.eq(row.key()))
			.fetchOne(pledge -> new Known(pledge.value1(), pledge.value2(), pledge.value3()));
	}

	UUID insert(Viewer viewer, UUID campaign, PledgeImport.Pledger pledger, ImportedPledge row) {
		UUID id = this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, campaign)
			.set(PLEDGE.BODY_ID, pledger.body())
			.set(PLEDGE.PERSON_ID, pledger.person())
			.set(PLEDGE.TYPE, PledgeType.MONEY)
			.set(PLEDGE.CURRENCY, row.currency())
			.set(PLEDGE.AMOUNT, row.amount())
			.set(PLEDGE.PLEDGED_ON, row.pledgedOn())
			.set(PLEDGE.CONFIRMED_ON, row.pledgedOn())
			.set(PLEDGE.DUE_DATES, new LocalDate[] { row.due() })
			.set(PLEDGE.PURPOSE, row.purpose())
			.set(PLEDGE.RECORDED_BY, viewer.id())
			.returning(PLEDGE.ID)
			.fetchSingle(PLEDGE.ID);
		this.sql.insertInto(PLEDGE_ORIGIN)
			.set(PLEDGE_ORIGIN.CAMPAIGN_ID, campaign)
			.set(PLEDGE_ORIGIN.SOURCE, row.source())
			.set(PLEDGE_ORIGIN.KEY, row.key())
			.set(PLEDGE_ORIGIN.PLEDGE_ID, id)
			.execute();
		return id;
	}

	/** How many fulfilments were added: none where the row's is there already. */
	int fulfil(Viewer viewer, UUID pledge, ImportedPledge row) {
		return this.sql
			.insertInto(PLEDGE_ENTRY, PLEDGE_ENTRY.PLEDGE_ID, PLEDGE_ENTRY.KIND, PLEDGE_ENTRY.AMOUNT,
					PLEDGE_ENTRY.EFFECTIVE_ON, PLEDGE_ENTRY.REFERENCE, PLEDGE_ENTRY.RECORDED_BY)
			.select(select(val(pledge), val(PledgeEntryKind.FULFILMENT), val(row.amount()), val(row.due()),
					val(row.reference()), val(viewer.id()))
				.where(notExists(selectOne().from(PLEDGE_ENTRY)
					.where(PLEDGE_ENTRY.PLEDGE_ID.eq(pledge), PLEDGE_ENTRY.KIND.eq(PledgeEntryKind.FULFILMENT),
							PLEDGE_ENTRY.REFERENCE.eq(row.reference())))))
			.execute();
	}

}
