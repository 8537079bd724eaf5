package org.solidarity.action.turnout;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.TURNOUT_OF_ACTIONS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.tables.TurnoutOfActions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

/**
 * How many answered and came, as far as the viewer may know it: the database counts rows
 * that the viewer may not see, and decides itself what it tells.
 */
@Repository
class Turnouts {

	private final DSLContext sql;

	private final Pages pages;

	private final Transactions transactions;

	Turnouts(DSLContext sql, Pages pages, Transactions transactions) {
		this.sql = sql;
		this.pages = pages;
		this.transactions = transactions;
	}

	/** Of each action that the viewer may see. */
	Map<UUID, Turnout> of(Viewer viewer, Collection<UUID> actions) {
		var counted = TURNOUT_OF_ACTIONS.call(actions.toArray(UUID[]::new));
		return this.transactions.read(viewer,
				() -> this.sql.selectFrom(counted)
					.where(counted.BODY_ID.isNull())
					.fetchMap(counted.ACTION_ID, row -> turnout(row, counted)));
	}

	/** For each action a page of the bodies that answered or came, by name. */
	Map<UUID, Connection<BodyTurnout>> byBody(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		var counted = TURNOUT_OF_ACTIONS.call(actions.toArray(UUID[]::new));
		List<SelectFieldOrAsterisk> fields = List.of(counted.fields());
		return this.transactions.read(viewer,
				() -> this.pages.fetch(new PageQuery<>(fields, counted.join(BODY).on(BODY.ID.eq(counted.BODY_ID)),
						noCondition(), Ordering.by("turnout.body", Direction.ASC, counted.ID, lower(BODY.NAME)),
						row -> bodyTurnout(row, counted)), counted.ACTION_ID, actions, page));
	}

	private static Turnout turnout(Record row, TurnoutOfActions counted) {
		return new Turnout(row.get(counted.ACTION_ID), rsvps(row, counted), row.get(counted.CHECKED_IN),
				row.get(counted.NO_SHOW), row.get(counted.HEADCOUNT), row.get(counted.CROWD), row.get(counted.TOTAL),
				row.get(counted.SHOW_RATE));
	}

	private static BodyTurnout bodyTurnout(Record row, TurnoutOfActions counted) {
		return new BodyTurnout(row.get(counted.BODY_ID), rsvps(row, counted), row.get(counted.CHECKED_IN),
				row.get(counted.NO_SHOW), row.get(counted.HEADCOUNT), row.get(counted.TOTAL),
				row.get(counted.SHOW_RATE));
	}

	private static RsvpCounts rsvps(Record row, TurnoutOfActions counted) {
		return new RsvpCounts(row.get(counted.ACCEPTED), row.get(counted.TENTATIVE), row.get(counted.DECLINED),
				row.get(counted.UNANSWERED), row.get(counted.CANCELLED), row.get(counted.WAITLISTED),
				row.get(counted.RECONFIRMED));
	}

}
