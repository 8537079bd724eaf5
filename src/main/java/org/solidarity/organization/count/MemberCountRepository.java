package org.solidarity.organization.count;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class MemberCountRepository {

	private static final List<Field<?>> FIELDS = List.of(BODY_MEMBER_COUNT.ID, BODY_MEMBER_COUNT.BODY_ID,
			BODY_MEMBER_COUNT.AS_OF, BODY_MEMBER_COUNT.COUNT, BODY_MEMBER_COUNT.BASIS, BODY_MEMBER_COUNT.SOURCE,
			BODY_MEMBER_COUNT.RECORDED_AT);

	private static final Ordering NEWEST_FIRST = Ordering.by("count", Direction.DESC, BODY_MEMBER_COUNT.ID,
			BODY_MEMBER_COUNT.AS_OF, BODY_MEMBER_COUNT.RECORDED_AT);

	private final DSLContext sql;

	private final Pages pages;

	MemberCountRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, MemberCount> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BODY_MEMBER_COUNT)
			.where(VisibleBodies.to(viewer, BODY_MEMBER_COUNT.BODY_ID),
					BODY_MEMBER_COUNT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY_MEMBER_COUNT.ID, MemberCountRepository::count);
	}

	Map<UUID, Connection<MemberCount>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, BODY_MEMBER_COUNT,
				VisibleBodies.to(viewer, BODY_MEMBER_COUNT.BODY_ID), NEWEST_FIRST, MemberCountRepository::count),
				BODY_MEMBER_COUNT.BODY_ID, bodies, page);
	}

	Map<UUID, MemberCount> latest(Viewer viewer, Collection<UUID> bodies, LocalDate day) {
		return this.sql.select(FIELDS)
			.distinctOn(BODY_MEMBER_COUNT.BODY_ID)
			.from(BODY_MEMBER_COUNT)
			.where(VisibleBodies.to(viewer, BODY_MEMBER_COUNT.BODY_ID),
					BODY_MEMBER_COUNT.BODY_ID.eq(any(bodies.toArray(UUID[]::new))), BODY_MEMBER_COUNT.AS_OF.le(day))
			.orderBy(BODY_MEMBER_COUNT.BODY_ID, BODY_MEMBER_COUNT.AS_OF.desc(), BODY_MEMBER_COUNT.RECORDED_AT.desc(),
					BODY_MEMBER_COUNT.ID.desc())
			.fetchMap(BODY_MEMBER_COUNT.BODY_ID, MemberCountRepository::count);
	}

	UUID insert(Viewer viewer, UUID body, RecordMemberCount.Input input) {
		return this.sql.insertInto(BODY_MEMBER_COUNT)
			.set(BODY_MEMBER_COUNT.BODY_ID, body)
			.set(BODY_MEMBER_COUNT.AS_OF, input.asOf())
			.set(BODY_MEMBER_COUNT.COUNT, input.count())
			.set(BODY_MEMBER_COUNT.BASIS, input.basis())
			.set(BODY_MEMBER_COUNT.SOURCE, input.source())
			.set(BODY_MEMBER_COUNT.RECORDED_BY, viewer.id())
			.returning(BODY_MEMBER_COUNT.ID)
			.fetchSingle(BODY_MEMBER_COUNT.ID);
	}

	private static MemberCount count(Record row) {
		return new MemberCount(row.get(BODY_MEMBER_COUNT.ID), row.get(BODY_MEMBER_COUNT.BODY_ID),
				row.get(BODY_MEMBER_COUNT.AS_OF), row.get(BODY_MEMBER_COUNT.COUNT), row.get(BODY_MEMBER_COUNT.BASIS),
				row.get(BODY_MEMBER_COUNT.SOURCE), row.get(BODY_MEMBER_COUNT.RECORDED_AT));
	}

}
