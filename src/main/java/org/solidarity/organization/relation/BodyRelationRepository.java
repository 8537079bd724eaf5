package org.solidarity.organization.relation;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

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
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.filter.Periods;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class BodyRelationRepository {

	private static final List<Field<?>> FIELDS = List.of(BODY_RELATION.ID, BODY_RELATION.FROM_ID, BODY_RELATION.TYPE,
			BODY_RELATION.TO_ID, BODY_RELATION.FROM_DATE, BODY_RELATION.TO_DATE, BODY_RELATION.SOURCE);

	private static final Ordering BY_TYPE = Ordering.by("relation", Direction.ASC, BODY_RELATION.ID,
			BODY_RELATION.TYPE);

	private final DSLContext sql;

	private final Pages pages;

	BodyRelationRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, BodyRelation> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BODY_RELATION)
			.where(visibleTo(viewer), BODY_RELATION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY_RELATION.ID, BodyRelationRepository::relation);
	}

	/**
	 * @param end the end at which the bodies stand: from or to
	 */
	Map<UUID, Connection<BodyRelation>> of(Viewer viewer, Field<UUID> end, Collection<UUID> bodies, PageRequest page,
			RelationChoice choice) {
		var where = visibleTo(viewer).and(Conditions.of(choice.types(), BODY_RELATION.TYPE::in))
			.and(Conditions.of(choice.at(), day -> Periods.holds(BODY_RELATION.FROM_DATE, BODY_RELATION.TO_DATE, day)));
		return this.pages.fetch(
				new PageQuery<>(FIELDS, BODY_RELATION, where, BY_TYPE, BodyRelationRepository::relation), end, bodies,
				page);
	}

	UUID insert(Viewer viewer, UUID from, RelationType type, UUID to, @Nullable LocalDate since,
			@Nullable LocalDate until, @Nullable String source) {
		return this.sql.insertInto(BODY_RELATION)
			.set(BODY_RELATION.FROM_ID, from)
			.set(BODY_RELATION.TYPE, type)
			.set(BODY_RELATION.TO_ID, to)
			.set(BODY_RELATION.FROM_DATE, since)
			.set(BODY_RELATION.TO_DATE, until)
			.set(BODY_RELATION.SOURCE, source)
			.set(BODY_RELATION.RECORDED_BY, viewer.id())
			.returning(BODY_RELATION.ID)
			.fetchSingle(BODY_RELATION.ID);
	}

	/** Whether it was still open. */
	boolean end(Viewer viewer, UUID id, LocalDate until) {
		return this.sql.update(BODY_RELATION)
			.set(BODY_RELATION.TO_DATE, until)
			.set(BODY_RELATION.ENDED_AT, currentInstant())
			.set(BODY_RELATION.ENDED_BY, viewer.id())
			.set(BODY_RELATION.VERSION, BODY_RELATION.VERSION.plus(1))
			.where(visibleTo(viewer), BODY_RELATION.ID.eq(id), BODY_RELATION.TO_DATE.isNull())
			.execute() == 1;
	}

	/** A relation is there for whoever may see both bodies. */
	private static Condition visibleTo(Viewer viewer) {
		return VisibleBodies.to(viewer, BODY_RELATION.FROM_ID).and(VisibleBodies.to(viewer, BODY_RELATION.TO_ID));
	}

	private static BodyRelation relation(Record row) {
		return new BodyRelation(row.get(BODY_RELATION.ID), row.get(BODY_RELATION.FROM_ID), row.get(BODY_RELATION.TYPE),
				row.get(BODY_RELATION.TO_ID), row.get(BODY_RELATION.FROM_DATE), row.get(BODY_RELATION.TO_DATE),
				row.get(BODY_RELATION.SOURCE));
	}

}
