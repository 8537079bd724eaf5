package org.solidarity.organization.name;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.solidarity.platform.jooq.Tables.BODY_NAME;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyNameType;
import org.springframework.stereotype.Repository;

@Repository
class BodyNameRepository {

	private final DSLContext sql;

	BodyNameRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, BodyName> find(Viewer viewer, Collection<UUID> ids) {
		return select(viewer, BODY_NAME.ID.eq(any(ids.toArray(UUID[]::new)))).stream()
			.collect(java.util.stream.Collectors.toMap(BodyName::id, name -> name));
	}

	List<BodyName> of(Viewer viewer, Collection<UUID> bodies) {
		return select(viewer, BODY_NAME.BODY_ID.eq(any(bodies.toArray(UUID[]::new))));
	}

	private List<BodyName> select(Viewer viewer, Condition which) {
		return this.sql.selectFrom(BODY_NAME)
			.where(VisibleBodies.to(viewer, BODY_NAME.BODY_ID), which)
			.orderBy(BODY_NAME.TO_DATE.desc().nullsFirst(), BODY_NAME.TYPE, BODY_NAME.NAME, BODY_NAME.ID)
			.fetch(BodyNameRepository::name);
	}

	UUID insert(Viewer viewer, UUID body, BodyNameType type, String name, @Nullable String language,
			@Nullable LocalDate since, @Nullable LocalDate until) {
		return this.sql.insertInto(BODY_NAME)
			.set(BODY_NAME.BODY_ID, body)
			.set(BODY_NAME.TYPE, type)
			.set(BODY_NAME.NAME, name)
			.set(BODY_NAME.LANGUAGE, language)
			.set(BODY_NAME.FROM_DATE, since)
			.set(BODY_NAME.TO_DATE, until)
			.set(BODY_NAME.RECORDED_BY, viewer.id())
			.returning(BODY_NAME.ID)
			.fetchSingle(BODY_NAME.ID);
	}

	/** Whether it was still used. */
	boolean end(Viewer viewer, UUID id, LocalDate until) {
		return this.sql.update(BODY_NAME)
			.set(BODY_NAME.TO_DATE, until)
			.set(BODY_NAME.ENDED_AT, currentInstant())
			.set(BODY_NAME.ENDED_BY, viewer.id())
			.where(VisibleBodies.to(viewer, BODY_NAME.BODY_ID), BODY_NAME.ID.eq(id), BODY_NAME.ENDED_AT.isNull())
			.execute() == 1;
	}

	/** From when the body has had its present name, where that is known. */
	@Nullable LocalDate namedSince(UUID body) {
		return this.sql.select(DSL.max(BODY_NAME.TO_DATE))
			.from(BODY_NAME)
			.where(BODY_NAME.BODY_ID.eq(body), BODY_NAME.TYPE.eq(BodyNameType.FORMER))
			.fetchSingle()
			.value1();
	}

	private static BodyName name(Record row) {
		return new BodyName(row.get(BODY_NAME.ID), row.get(BODY_NAME.BODY_ID), row.get(BODY_NAME.TYPE),
				row.get(BODY_NAME.NAME), row.get(BODY_NAME.LANGUAGE), row.get(BODY_NAME.FROM_DATE),
				row.get(BODY_NAME.TO_DATE));
	}

}
