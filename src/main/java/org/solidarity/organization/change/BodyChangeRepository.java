package org.solidarity.organization.change;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.solidarity.platform.jooq.Tables.ACCOUNT;
import static org.solidarity.platform.jooq.Tables.BODY_CHANGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class BodyChangeRepository {

	private static final List<Field<?>> FIELDS = List.of(BODY_CHANGE.ID, BODY_CHANGE.PART, BODY_CHANGE.FIELD,
			BODY_CHANGE.BEFORE, BODY_CHANGE.AFTER, BODY_CHANGE.AT, ACCOUNT.NAME);

	private static final Ordering NEWEST_FIRST = Ordering.by("change", Direction.DESC, BODY_CHANGE.ID, BODY_CHANGE.AT);

	private final DSLContext sql;

	private final Pages pages;

	BodyChangeRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, BodyChange> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BODY_CHANGE.leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(BODY_CHANGE.BY)))
			.where(visibleTo(viewer), BODY_CHANGE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(BODY_CHANGE.ID, BodyChangeRepository::change);
	}

	Map<UUID, Connection<BodyChange>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page) {
		return this.pages.fetch(
				new PageQuery<>(FIELDS, BODY_CHANGE.leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(BODY_CHANGE.BY)),
						visibleTo(viewer), NEWEST_FIRST, BodyChangeRepository::change),
				BODY_CHANGE.BODY_ID, bodies, page);
	}

	/** Who changed what, and how a body was judged before, is not told to partners. */
	private static Condition visibleTo(Viewer viewer) {
		return viewer.is(Role.PARTNER) ? falseCondition() : VisibleBodies.to(viewer, BODY_CHANGE.BODY_ID);
	}

	private static BodyChange change(Record row) {
		return new BodyChange(row.get(BODY_CHANGE.ID), row.get(BODY_CHANGE.PART), row.get(BODY_CHANGE.FIELD),
				row.get(BODY_CHANGE.BEFORE), row.get(BODY_CHANGE.AFTER), row.get(BODY_CHANGE.AT),
				row.get(ACCOUNT.NAME));
	}

}
