package org.solidarity.organization;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class BodyRepository {

	private static final List<Field<?>> FIELDS = List.of(BODY.ID, BODY.KIND, BODY.NAME, BODY.ACRONYM, BODY.AFFILIATION,
			BODY.DESIGNATION, BODY.DESIGNATION_PREFIX, BODY.DESIGNATION_NUMBER, BODY.DESIGNATION_SUFFIX, BODY.UNIT_NAME,
			BODY.STATUS, BODY.VISIBILITY, BODY.COUNTRY, BODY.REGION, BODY.VERSION);

	private final DSLContext sql;

	private final Pages pages;

	BodyRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Body> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BODY)
			.where(visibleTo(viewer), BODY.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY.ID, BodyRepository::body);
	}

	Connection<Body> list(Viewer viewer, PageRequest page, @Nullable BodyFilter filter, @Nullable BodyOrder order) {
		var where = visibleTo(viewer).and(Conditions.of(filter, BodyRepository::matching));
		return this.pages.fetch(new PageQuery<>(FIELDS, BODY, where,
				ordering(order != null ? order : BodyOrder.DEFAULT), BodyRepository::body), page);
	}

	UUID insert(Viewer viewer, CreateBody.Input input) {
		return this.sql.insertInto(BODY)
			.set(BODY.KIND, input.kind())
			.set(BODY.NAME, input.name())
			.set(BODY.ACRONYM, input.acronym())
			.set(BODY.COUNTRY, input.country())
			.set(BODY.REGION, input.region())
			.set(BODY.VISIBILITY, input.visibility() != null ? input.visibility() : Visibility.INTERNAL)
			.set(BODY.CREATED_BY, viewer.id())
			.returning(BODY.ID)
			.fetchSingle(BODY.ID);
	}

	/**
	 * A partner sees what is for partners or for anyone, and the bodies that it speaks
	 * for.
	 */
	static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return viewer.is(Role.PARTNER)
				? BODY.VISIBILITY.ne(Visibility.INTERNAL).or(BODY.ID.eq(any(Routines.bodiesOfGroup(viewer.group()))))
				: noCondition();
	}

	private static Condition matching(BodyFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), BodyRepository::matching,
				Conditions.all(
						Conditions.of(filter.kind(),
								kind -> Conditions.all(Conditions.of(kind.eq(), BODY.KIND::eq),
										Conditions.of(kind.in(), BODY.KIND::in))),
						Conditions.of(filter.name(), name -> name.on(BODY.NAME)),
						Conditions.of(filter.country(), country -> country.on(BODY.COUNTRY)),
						Conditions.of(filter.region(), region -> region.on(BODY.REGION))));
	}

	private static Ordering ordering(BodyOrder order) {
		return switch (order.field()) {
			case NAME -> Ordering.by("body.name", order.direction(), BODY.ID, lower(BODY.NAME));
			case CREATED_AT -> Ordering.by("body.created", order.direction(), BODY.ID, BODY.CREATED_AT);
		};
	}

	private static Body body(Record row) {
		return new Body(row.get(BODY.ID), row.get(BODY.KIND), row.get(BODY.NAME), row.get(BODY.ACRONYM),
				new Body.Designation(row.get(BODY.AFFILIATION), row.get(BODY.DESIGNATION),
						row.get(BODY.DESIGNATION_PREFIX), row.get(BODY.DESIGNATION_NUMBER),
						row.get(BODY.DESIGNATION_SUFFIX), row.get(BODY.UNIT_NAME)),
				row.get(BODY.STATUS), row.get(BODY.VISIBILITY), row.get(BODY.COUNTRY), row.get(BODY.REGION),
				row.get(BODY.VERSION));
	}

}
