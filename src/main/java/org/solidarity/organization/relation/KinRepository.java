package org.solidarity.organization.relation;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_ANCESTORS;
import static org.solidarity.platform.jooq.Tables.BODY_DESCENDANTS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.solidarity.organization.Body;
import org.solidarity.organization.BodyRows;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

/** Who lies above and below whom, by charters and constituencies. */
@Repository
class KinRepository {

	private static final Ordering BY_NAME = Ordering.by("kin", Direction.ASC, BODY.ID, BODY.SORT_NAME);

	private final DSLContext sql;

	private final Pages pages;

	KinRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, List<Body>> parents(Viewer viewer, Collection<UUID> ids, LocalDate day) {
		return above(viewer, ids, day, BODY_ANCESTORS.DEPTH.eq(1));
	}

	Map<UUID, List<Body>> ancestors(Viewer viewer, Collection<UUID> ids, LocalDate day) {
		return above(viewer, ids, day, DSL.noCondition());
	}

	private Map<UUID, List<Body>> above(Viewer viewer, Collection<UUID> ids, LocalDate day, Condition which) {
		return this.sql.select(BODY_ANCESTORS.BODY_ID)
			.select(BodyRows.FIELDS)
			.from(BODY_ANCESTORS.call(ids.toArray(UUID[]::new), day))
			.join(BODY)
			.on(BODY.ID.eq(BODY_ANCESTORS.ANCESTOR_ID))
			.where(VisibleBodies.to(viewer, BODY), which)
			.orderBy(BODY_ANCESTORS.DEPTH, BODY.SORT_NAME, BODY.ID)
			.fetchGroups(row -> row.get(BODY_ANCESTORS.BODY_ID), BodyRows::body);
	}

	Map<UUID, Connection<Body>> descendants(Viewer viewer, Collection<UUID> ids, PageRequest page, LocalDate day) {
		var below = BODY_DESCENDANTS.call(ids.toArray(UUID[]::new), day);
		return this.pages.fetch(
				new PageQuery<>(BodyRows.FIELDS, BODY.join(below).on(below.BODY_ID.eq(BODY.ID)),
						VisibleBodies.to(viewer, BODY).and(below.DEPTH.gt(0)), BY_NAME, BodyRows::body),
				below.ROOT_ID, ids, page);
	}

}
