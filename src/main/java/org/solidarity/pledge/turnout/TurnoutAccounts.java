package org.solidarity.pledge.turnout;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_AMOUNTS;
import static org.solidarity.platform.jooq.Tables.TURNOUT_OF_ACTIONS;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.tables.TurnoutOfActions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.solidarity.pledge.Pledges;
import org.springframework.stereotype.Repository;

/**
 * The accounts of bodies at actions: the pledges that the viewer may see, and what the
 * database tells the viewer of who answered and came. A body has one pledge of turnout at
 * an action.
 */
@Repository
class TurnoutAccounts {

	private static final TurnoutOfActions COUNTED = TURNOUT_OF_ACTIONS.as("counted");

	private final Pages pages;

	private final Transactions transactions;

	private final Clock clock;

	TurnoutAccounts(Pages pages, Transactions transactions, Clock clock) {
		this.pages = pages;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * For each action a page of the bodies that pledged, answered or came, by name.
	 */
	Map<UUID, Connection<TurnoutAccount>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		var ids = actions.toArray(UUID[]::new);
		Table<?> counted = select(COUNTED.fields()).from(TURNOUT_OF_ACTIONS.call(ids).as(COUNTED))
			.where(COUNTED.BODY_ID.isNotNull())
			.asTable("counted");
		Table<?> promised = promised(viewer, ids);
		Field<UUID> action = coalesce(COUNTED.ACTION_ID, promised.field(PLEDGE.ACTION_ID));
		var from = counted.fullJoin(promised)
			.on(COUNTED.ACTION_ID.eq(promised.field(PLEDGE.ACTION_ID)),
					COUNTED.BODY_ID.eq(promised.field(PLEDGE.BODY_ID)))
			.join(BODY)
			.on(BODY.ID.eq(coalesce(COUNTED.BODY_ID, promised.field(PLEDGE.BODY_ID))));
		var pledged = promised.field("pledged", BigDecimal.class).as("pledged");
		var shortfall = promised.field("shortfall", BigDecimal.class).as("shortfall");
		List<SelectFieldOrAsterisk> fields = List.of(BODY.ID, pledged, shortfall, orNobody(COUNTED.ACCEPTED),
				orNobody(COUNTED.RECONFIRMED), orNobody(COUNTED.CHECKED_IN), orNobody(COUNTED.HEADCOUNT),
				orNobody(COUNTED.TOTAL), COUNTED.SHOW_RATE);
		return this.transactions.read(viewer,
				() -> this.pages.fetch(new PageQuery<>(fields, from, noCondition(),
						Ordering.by("turnout_account.body", Direction.ASC,
								coalesce(COUNTED.ID, promised.field(PLEDGE.ID)), lower(BODY.NAME)),
						row -> account(row, row.get(pledged), row.get(shortfall))), action, actions, page));
	}

	private Table<?> promised(Viewer viewer, UUID[] actions) {
		var now = this.clock.instant();
		Condition seen = Pledges.visibleTo(viewer, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.PERSON_ID.isNotNull())
			.and(PLEDGE.ACTION_ID.eq(any(actions)));
		var amounts = PLEDGE_AMOUNTS(inline(null, SQLDataType.UUID), inline(null, SQLDataType.UUID.array()),
				array(select(PLEDGE.ID).from(PLEDGE).where(seen)), inline(null, SQLDataType.LOCALDATE),
				inline(null, SQLDataType.INSTANT), val(now));
		return select(PLEDGE.ID, PLEDGE.ACTION_ID, PLEDGE.BODY_ID, amounts.PLEDGED.as("pledged"),
				when(ACTION.STARTS_AT.lt(now), amounts.OUTSTANDING).as("shortfall"))
			.from(PLEDGE)
			.join(ACTION)
			.on(ACTION.ID.eq(PLEDGE.ACTION_ID))
			.join(amounts)
			.on(amounts.PLEDGE_ID.eq(PLEDGE.ID))
			.where(seen)
			.asTable("promised");
	}

	/** Of a body that only pledged nobody answered and nobody came. */
	private static Field<Long> orNobody(Field<Long> number) {
		return when(COUNTED.ID.isNull(), inline(0L)).otherwise(number).as(number.getName());
	}

	private static TurnoutAccount account(Record row, @Nullable BigDecimal pledged, @Nullable BigDecimal shortfall) {
		return new TurnoutAccount(row.get(BODY.ID), people(pledged), row.get("accepted", Long.class),
				row.get("reconfirmed", Long.class), row.get("checked_in", Long.class), row.get("headcount", long.class),
				row.get("total", Long.class), people(shortfall), row.get(COUNTED.SHOW_RATE));
	}

	private static @Nullable Integer people(@Nullable BigDecimal number) {
		return number == null ? null : number.intValueExact();
	}

}
