package org.solidarity.pledge.ledger;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.Quantity;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

	private static final List<Field<?>> FIELDS = List.of(PLEDGE_ENTRY.ID, PLEDGE_ENTRY.PLEDGE_ID, PLEDGE_ENTRY.KIND,
			PLEDGE_ENTRY.AMOUNT, PLEDGE_ENTRY.EFFECTIVE_ON, PLEDGE_ENTRY.REASON, PLEDGE_ENTRY.METHOD,
			PLEDGE_ENTRY.REFERENCE, PLEDGE_ENTRY.REVERSES_ID, PLEDGE_ENTRY.COUNTED_FROM_ID, PLEDGE_ENTRY.RECORDED_AT,
			PLEDGE.UNIT, PLEDGE.CURRENCY);

	private final DSLContext sql;

	private final Pages pages;

	LedgerRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, PledgeEntry> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PLEDGE_ENTRY)
			.join(PLEDGE)
			.on(PLEDGE.ID.eq(PLEDGE_ENTRY.PLEDGE_ID))
			.where(visibleTo(viewer), PLEDGE_ENTRY.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PLEDGE_ENTRY.ID, LedgerRepository::entry);
	}

	Map<UUID, Connection<PledgeEntry>> list(Viewer viewer, Collection<UUID> pledges, PageRequest page) {
		var order = Ordering.by("pledge_entry.recorded", Direction.ASC, PLEDGE_ENTRY.ID, PLEDGE_ENTRY.RECORDED_AT);
		return this.pages
			.fetch(new PageQuery<>(FIELDS, PLEDGE_ENTRY.join(PLEDGE).on(PLEDGE.ID.eq(PLEDGE_ENTRY.PLEDGE_ID)),
					visibleTo(viewer), order, LedgerRepository::entry), PLEDGE_ENTRY.PLEDGE_ID, pledges, page);
	}

	/** Lets nobody else write off, cancel or amend the pledge until this is done. */
	void lock(UUID pledge) {
		this.sql.select(PLEDGE.ID).from(PLEDGE).where(PLEDGE.ID.eq(pledge)).forNoKeyUpdate().fetch();
	}

	/** What of a fulfilment or a write-off was not taken back yet. */
	BigDecimal unreversed(UUID entry) {
		var reversal = PLEDGE_ENTRY.as("reversal");
		return this.sql
			.select(PLEDGE_ENTRY.AMOUNT.minus(coalesce(select(sum(reversal.AMOUNT)).from(reversal)
				.where(reversal.REVERSES_ID.eq(PLEDGE_ENTRY.ID))
				.<BigDecimal>asField(), inline(BigDecimal.ZERO))))
			.from(PLEDGE_ENTRY)
			.where(PLEDGE_ENTRY.ID.eq(entry))
			.fetchSingle()
			.value1();
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the ledger does not allow it
	 */
	void insert(Viewer viewer, Pledge pledge, Act.Row row, @Nullable BigDecimal amount, LocalDate day,
			@Nullable UUID reverses) {
		violations(pledge, row).during(() -> this.sql.insertInto(PLEDGE_ENTRY)
			.set(PLEDGE_ENTRY.PLEDGE_ID, pledge.id())
			.set(PLEDGE_ENTRY.KIND, row.kind())
			.set(PLEDGE_ENTRY.AMOUNT, amount)
			.set(PLEDGE_ENTRY.EFFECTIVE_ON, day)
			.set(PLEDGE_ENTRY.REASON, row.reason())
			.set(PLEDGE_ENTRY.METHOD, row.method())
			.set(PLEDGE_ENTRY.REFERENCE, row.reference())
			.set(PLEDGE_ENTRY.REVERSES_ID, reverses)
			.set(PLEDGE_ENTRY.RECORDED_BY, viewer.id())
			.execute());
	}

	private static Violations violations(Pledge pledge, Act.Row row) {
		return new Violations()
			.of("pledge_is_confirmed_once", UserError.Code.MOVE_NOT_ALLOWED,
					"The pledge is confirmed already; allowed are amendments, fulfilments, write-offs, cancellation.",
					"input", "pledgeId")
			.of("pledge_condition_is_met_once", UserError.Code.MOVE_NOT_ALLOWED,
					"The condition of the pledge is met already.", "input", "pledgeId")
			.of("pledge_condition_is_there_to_be_met", UserError.Code.MOVE_NOT_ALLOWED,
					"The pledge has no condition to meet.", "input", "pledgeId")
			.of("pledge_amount_is_not_negative", UserError.Code.OUT_OF_RANGE,
					"delta would leave less than nothing pledged on some day; allowed is down to nothing on every day.",
					"input", "delta")
			.of("pledge_amendment_follows_the_pledge", UserError.Code.OUT_OF_RANGE,
					"effectiveOn lies before the pledge was made; allowed is " + pledge.pledgedOn() + " or later.",
					"input", "effectiveOn")
			.of("pledge_of_turnout_is_fulfilled_at_its_action", UserError.Code.MOVE_NOT_ALLOWED,
					"Turnout is not recorded here: it is counted at the action.", "input", "pledgeId")
			.of("pledge_reversal_is_of_its_kind", UserError.Code.MOVE_NOT_ALLOWED,
					"The fulfilment came by a pledge that counts toward this one; reverse it there.", "input",
					"fulfilmentId")
			.of("pledge_reversal_follows_what_it_reverses", UserError.Code.OUT_OF_RANGE,
					"effectiveOn lies before what is taken back; allowed is its day or later.", "input", "effectiveOn")
			.of("pledge_reversal_is_at_most_what_it_reverses", UserError.Code.OUT_OF_RANGE,
					"amount is more than what was not taken back yet.", "input", "amount")
			.of("pledge_entry_has_the_sign_of_its_kind", UserError.Code.OUT_OF_RANGE,
					row.amountField() + " is nothing: all of it was taken back already.", "input", row.amountField());
	}

	private static Condition visibleTo(Viewer viewer) {
		return Pledges.visibleTo(viewer, PLEDGE_ENTRY.CAMPAIGN_ID, PLEDGE_ENTRY.BODY_ID,
				condition(PLEDGE_ENTRY.OF_MEMBER));
	}

	private static PledgeEntry entry(Record row) {
		BigDecimal amount = row.get(PLEDGE_ENTRY.AMOUNT);
		return new PledgeEntry(row.get(PLEDGE_ENTRY.ID), row.get(PLEDGE_ENTRY.PLEDGE_ID), row.get(PLEDGE_ENTRY.KIND),
				amount == null ? null : new Quantity(amount, row.get(PLEDGE.UNIT), row.get(PLEDGE.CURRENCY)),
				row.get(PLEDGE_ENTRY.EFFECTIVE_ON), row.get(PLEDGE_ENTRY.REASON), row.get(PLEDGE_ENTRY.METHOD),
				row.get(PLEDGE_ENTRY.REFERENCE), row.get(PLEDGE_ENTRY.REVERSES_ID),
				row.get(PLEDGE_ENTRY.COUNTED_FROM_ID), row.get(PLEDGE_ENTRY.RECORDED_AT));
	}

}
