package org.solidarity.action.headcount;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class HeadcountRepository {

	private static final org.solidarity.platform.jooq.tables.Headcount LATER = HEADCOUNT.as("later");

	/** Whether no later row of the same action and body counts. */
	private static final Field<Boolean> COUNTS = DSL
		.field(HEADCOUNT.COUNTS.isTrue()
			.and(notExists(selectOne().from(LATER)
				.where(LATER.ACTION_ID.eq(HEADCOUNT.ACTION_ID), LATER.BODY_ID.isNotDistinctFrom(HEADCOUNT.BODY_ID),
						LATER.COUNTS.isTrue(), LATER.ID.gt(HEADCOUNT.ID)))))
		.as("is_counted");

	private static final List<Field<?>> FIELDS = List.of(HEADCOUNT.ID, HEADCOUNT.ACTION_ID, HEADCOUNT.BODY_ID,
			HEADCOUNT.COUNT, HEADCOUNT.LOW, HEADCOUNT.HIGH, HEADCOUNT.METHOD, HEADCOUNT.COUNTED_BY, HEADCOUNT.SOURCE,
			HEADCOUNT.RECORDED_AT, COUNTS);

	private static final Ordering LATEST_FIRST = Ordering.by("headcount.recorded", Direction.DESC, HEADCOUNT.ID);

	private final DSLContext sql;

	private final Pages pages;

	HeadcountRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Headcount> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(HEADCOUNT)
			.where(visibleTo(viewer), HEADCOUNT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(HEADCOUNT.ID, HeadcountRepository::headcount);
	}

	Map<UUID, Connection<Headcount>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.pages.fetch(
				new PageQuery<>(FIELDS, HEADCOUNT, visibleTo(viewer), LATEST_FIRST, HeadcountRepository::headcount),
				HEADCOUNT.ACTION_ID, actions, page);
	}

	UUID insert(Viewer viewer, Action action, @Nullable UUID body, RecordHeadcount.Input input) {
		return this.sql.insertInto(HEADCOUNT)
			.set(HEADCOUNT.CAMPAIGN_ID, action.campaignId())
			.set(HEADCOUNT.ACTION_ID, action.id())
			.set(HEADCOUNT.BODY_ID, body)
			.set(HEADCOUNT.COUNT, input.count())
			.set(HEADCOUNT.LOW, input.low())
			.set(HEADCOUNT.HIGH, input.high())
			.set(HEADCOUNT.METHOD, input.method())
			.set(HEADCOUNT.COUNTED_BY, input.countedBy())
			.set(HEADCOUNT.SOURCE, input.source())
			.set(HEADCOUNT.COUNTS, input.counts())
			.set(HEADCOUNT.RECORDED_BY, viewer.id())
			.returning(HEADCOUNT.ID)
			.fetchSingle(HEADCOUNT.ID);
	}

	/**
	 * A coordinator sees the counts of the whole, and of the bodies worked for; a partner
	 * group sums only.
	 */
	private static Condition visibleTo(Viewer viewer) {
		Condition campaign = Campaigns.visibleTo(viewer, HEADCOUNT.CAMPAIGN_ID);
		return switch (viewer.role()) {
			case SYSTEM, AUDITOR, STAFF -> campaign;
			case COORDINATOR -> campaign.and(HEADCOUNT.BODY_ID.isNull()
				.or(Conditions.among(HEADCOUNT.BODY_ID, Routines.bodiesOfAccount(viewer.id()))));
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static Headcount headcount(Record row) {
		return new Headcount(row.get(HEADCOUNT.ID), row.get(HEADCOUNT.ACTION_ID), row.get(HEADCOUNT.BODY_ID),
				row.get(HEADCOUNT.COUNT), row.get(HEADCOUNT.LOW), row.get(HEADCOUNT.HIGH), row.get(HEADCOUNT.METHOD),
				row.get(HEADCOUNT.COUNTED_BY), row.get(HEADCOUNT.SOURCE), row.get(HEADCOUNT.RECORDED_AT),
				row.get(COUNTS));
	}

}
