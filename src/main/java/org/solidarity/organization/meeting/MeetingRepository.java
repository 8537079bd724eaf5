package org.solidarity.organization.meeting;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.BODY_MEETING;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class MeetingRepository {

	private static final List<Field<?>> FIELDS = List.of(BODY_MEETING.ID, BODY_MEETING.BODY_ID, BODY_MEETING.KIND,
			BODY_MEETING.DATE, BODY_MEETING.PLACE, BODY_MEETING.RESOLUTION_DEADLINE, BODY_MEETING.QUORUM,
			BODY_MEETING.CANCELLED, BODY_MEETING.VERSION);

	private static final Ordering SOONEST_FIRST = Ordering.by("meeting", Direction.ASC, BODY_MEETING.ID,
			BODY_MEETING.DATE);

	private final DSLContext sql;

	private final Pages pages;

	MeetingRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Meeting> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BODY_MEETING)
			.where(VisibleBodies.to(viewer, BODY_MEETING.BODY_ID), BODY_MEETING.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY_MEETING.ID, MeetingRepository::meeting);
	}

	Map<UUID, Connection<Meeting>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page, LocalDate from,
			@Nullable LocalDate to) {
		var where = VisibleBodies.to(viewer, BODY_MEETING.BODY_ID)
			.and(BODY_MEETING.DATE.ge(from))
			.and(Conditions.of(to, BODY_MEETING.DATE::le));
		return this.pages.fetch(new PageQuery<>(FIELDS, BODY_MEETING, where, SOONEST_FIRST, MeetingRepository::meeting),
				BODY_MEETING.BODY_ID, bodies, page);
	}

	Map<UUID, Meeting> next(Viewer viewer, Collection<UUID> bodies, LocalDate from) {
		return this.sql.select(FIELDS)
			.distinctOn(BODY_MEETING.BODY_ID)
			.from(BODY_MEETING)
			.where(VisibleBodies.to(viewer, BODY_MEETING.BODY_ID),
					BODY_MEETING.BODY_ID.eq(any(bodies.toArray(UUID[]::new))), BODY_MEETING.DATE.ge(from),
					BODY_MEETING.CANCELLED.isFalse())
			.orderBy(BODY_MEETING.BODY_ID, BODY_MEETING.DATE, BODY_MEETING.ID)
			.fetchMap(BODY_MEETING.BODY_ID, MeetingRepository::meeting);
	}

	UUID insert(Viewer viewer, UUID body, MeetingFacts facts) {
		return this.sql.insertInto(BODY_MEETING)
			.set(facts.values())
			.set(BODY_MEETING.BODY_ID, body)
			.set(BODY_MEETING.RECORDED_BY, viewer.id())
			.returning(BODY_MEETING.ID)
			.fetchSingle(BODY_MEETING.ID);
	}

	/**
	 * @throws Refused CONFLICT where the meeting is no longer of this version
	 */
	void update(UUID id, int expectedVersion, Map<Field<?>, ? extends @Nullable Object> values) {
		int updated = this.sql.update(BODY_MEETING)
			.set(values)
			.set(BODY_MEETING.VERSION, BODY_MEETING.VERSION.plus(1))
			.where(BODY_MEETING.ID.eq(id), BODY_MEETING.VERSION.eq(expectedVersion))
			.execute();
		if (updated == 0) {
			throw Refused.conflict(this.sql.select(BODY_MEETING.VERSION)
				.from(BODY_MEETING)
				.where(BODY_MEETING.ID.eq(id))
				.fetchSingle(BODY_MEETING.VERSION));
		}
	}

	private static Meeting meeting(Record row) {
		return new Meeting(row.get(BODY_MEETING.ID), row.get(BODY_MEETING.BODY_ID), row.get(BODY_MEETING.KIND),
				row.get(BODY_MEETING.DATE), row.get(BODY_MEETING.PLACE), row.get(BODY_MEETING.RESOLUTION_DEADLINE),
				row.get(BODY_MEETING.QUORUM), row.get(BODY_MEETING.CANCELLED), row.get(BODY_MEETING.VERSION));
	}

}
