package org.solidarity.organization;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_DISPLAY_NAMES;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.BODY_LATEST_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_NAME;
import static org.solidarity.platform.jooq.Tables.SEARCH_BODIES;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.BodyNameType;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class BodyRepository {

	private final DSLContext sql;

	private final Pages pages;

	BodyRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Body> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(BodyRows.FIELDS)
			.from(BODY)
			.where(VisibleBodies.to(viewer, BODY), BODY.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY.ID, BodyRows::body);
	}

	Connection<Body> list(Viewer viewer, PageRequest page, @Nullable String search, Condition where,
			@Nullable BodyOrder order) {
		boolean searched = search != null && !search.isBlank();
		var ordered = order != null ? order
				: new BodyOrder(searched ? BodyOrder.By.RELEVANCE : BodyOrder.By.NAME, Direction.ASC);
		TableLike<?> from = searched ? BODY.join(SEARCH_BODIES.call(search)).on(SEARCH_BODIES.FOUND_ID.eq(BODY.ID))
				: BODY;
		if (ordered.field() == BodyOrder.By.MEMBER_COUNT) {
			from = from.asTable().leftJoin(BODY_LATEST_COUNT).on(BODY_LATEST_COUNT.BODY_ID.eq(BODY.ID));
		}
		return this.pages.fetch(new PageQuery<>(BodyRows.FIELDS, from, VisibleBodies.to(viewer, BODY).and(where),
				ordered.of(searched), BodyRows::body), page);
	}

	/** The body that has it verified; where none has, the only one that has it. */
	Optional<Body> identified(Viewer viewer, String scheme, String value) {
		var having = this.sql.select(BodyRows.FIELDS)
			.select(BODY_IDENTIFIER.VERIFIED)
			.from(BODY)
			.join(BODY_IDENTIFIER)
			.on(BODY_IDENTIFIER.BODY_ID.eq(BODY.ID))
			.where(VisibleBodies.to(viewer, BODY), BODY_IDENTIFIER.SCHEME.eq(scheme), BODY_IDENTIFIER.VALUE.eq(value),
					BODY_IDENTIFIER.TO_DATE.isNull())
			.orderBy(BODY_IDENTIFIER.VERIFIED.desc())
			.limit(2)
			.fetch();
		return having.size() == 1 || having.isNotEmpty() && having.getFirst().get(BODY_IDENTIFIER.VERIFIED)
				? Optional.of(BodyRows.body(having.getFirst())) : Optional.empty();
	}

	/** Its acronym or one of its abbreviations, whatever accents and case. */
	Condition hasAcronym(String acronym) {
		var plain = Routines.plain(acronym);
		return BODY.SORT_ACRONYM.eq(plain)
			.or(BODY.ID.in(this.sql.select(BODY_NAME.BODY_ID)
				.from(BODY_NAME)
				.where(Routines.plain(BODY_NAME.NAME).eq(plain), BODY_NAME.TYPE.eq(BodyNameType.ABBREVIATION))));
	}

	Map<UUID, String> displayNames(Collection<UUID> ids) {
		var names = BODY_DISPLAY_NAMES.call(ids.toArray(UUID[]::new));
		return this.sql.selectFrom(names).fetchMap(names.BODY_ID, names.DISPLAY_NAME);
	}

	UUID insert(Viewer viewer, BodyFacts facts) {
		return this.sql.insertInto(BODY)
			.set(facts.values())
			.set(BODY.CREATED_BY, viewer.id())
			.returning(BODY.ID)
			.fetchSingle(BODY.ID);
	}

	/**
	 * @throws Refused CONFLICT where the body is no longer of this version
	 */
	void update(Viewer viewer, UUID id, int expectedVersion, Map<Field<?>, ? extends @Nullable Object> values) {
		int updated = this.sql.update(BODY)
			.set(values)
			.set(BODY.VERSION, BODY.VERSION.plus(1))
			.set(BODY.UPDATED_AT, currentInstant())
			.where(VisibleBodies.to(viewer, BODY), BODY.ID.eq(id), BODY.VERSION.eq(expectedVersion))
			.execute();
		if (updated == 0) {
			throw Refused
				.conflict(this.sql.select(BODY.VERSION).from(BODY).where(BODY.ID.eq(id)).fetchSingle(BODY.VERSION));
		}
	}

}
