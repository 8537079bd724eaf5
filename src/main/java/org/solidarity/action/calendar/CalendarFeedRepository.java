package org.solidarity.action.calendar;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.CALENDAR_FEED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Repository;

@Repository
class CalendarFeedRepository {

	private static final List<Field<?>> FIELDS = List.of(CALENDAR_FEED.ID, CALENDAR_FEED.ACCOUNT_ID,
			CALENDAR_FEED.CAMPAIGN_ID, CALENDAR_FEED.OPENED_AT, CALENDAR_FEED.CLOSED_AT);

	private final DSLContext sql;

	CalendarFeedRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, CalendarFeed> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CALENDAR_FEED)
			.where(visibleTo(viewer), CALENDAR_FEED.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CALENDAR_FEED.ID, CalendarFeedRepository::feed);
	}

	/** The viewer's own open feeds, the latest first. */
	List<CalendarFeed> open(Viewer viewer) {
		return this.sql.select(FIELDS)
			.from(CALENDAR_FEED)
			.where(CALENDAR_FEED.ACCOUNT_ID.eq(viewer.id()), CALENDAR_FEED.CLOSED_AT.isNull())
			.orderBy(CALENDAR_FEED.ID.desc())
			.fetch(CalendarFeedRepository::feed);
	}

	/** The open feed whose secret has this hash; for the application itself. */
	Optional<CalendarFeed> bySecret(byte[] hash) {
		return this.sql.select(FIELDS)
			.from(CALENDAR_FEED)
			.where(CALENDAR_FEED.SECRET_HASH.eq(hash), CALENDAR_FEED.CLOSED_AT.isNull())
			.fetchOptional(CalendarFeedRepository::feed);
	}

	UUID insert(Viewer viewer, @Nullable UUID campaign, byte[] hash, Instant now) {
		return this.sql.insertInto(CALENDAR_FEED)
			.set(CALENDAR_FEED.ACCOUNT_ID, viewer.id())
			.set(CALENDAR_FEED.CAMPAIGN_ID, campaign)
			.set(CALENDAR_FEED.SECRET_HASH, hash)
			.set(CALENDAR_FEED.OPENED_AT, now)
			.returning(CALENDAR_FEED.ID)
			.fetchSingle(CALENDAR_FEED.ID);
	}

	void close(Viewer viewer, UUID id, Instant now) {
		this.sql.update(CALENDAR_FEED)
			.set(CALENDAR_FEED.CLOSED_AT, now)
			.where(visibleTo(viewer), CALENDAR_FEED.ID.eq(id), CALENDAR_FEED.CLOSED_AT.isNull())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return viewer.is(Role.SYSTEM) ? noCondition() : CALENDAR_FEED.ACCOUNT_ID.eq(viewer.id());
	}

	private static CalendarFeed feed(Record row) {
		return new CalendarFeed(row.get(CALENDAR_FEED.ID), row.get(CALENDAR_FEED.ACCOUNT_ID),
				row.get(CALENDAR_FEED.CAMPAIGN_ID), row.get(CALENDAR_FEED.OPENED_AT), row.get(CALENDAR_FEED.CLOSED_AT));
	}

}
