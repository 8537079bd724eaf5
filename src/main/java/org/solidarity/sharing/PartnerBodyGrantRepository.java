package org.solidarity.sharing;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.PARTNER_BODY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class PartnerBodyGrantRepository {

	private static final List<Field<?>> FIELDS = List.of(PARTNER_BODY.ID, PARTNER_BODY.BODY_ID, PARTNER_BODY.GRANTED_AT,
			PARTNER_BODY.REVOKED_AT);

	private final DSLContext sql;

	private final Pages pages;

	PartnerBodyGrantRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, PartnerBodyGrant> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PARTNER_BODY)
			.where(visibleTo(viewer), PARTNER_BODY.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PARTNER_BODY.ID, PartnerBodyGrantRepository::grant);
	}

	/** A page of what holds, of each group, oldest first. */
	Map<UUID, Connection<PartnerBodyGrant>> of(Viewer viewer, Collection<UUID> groups, PageRequest page) {
		return this.pages
			.fetch(new PageQuery<>(FIELDS, PARTNER_BODY, visibleTo(viewer).and(PARTNER_BODY.REVOKED_AT.isNull()),
					Ordering.by("partner_body.granted", Direction.ASC, PARTNER_BODY.ID, PARTNER_BODY.GRANTED_AT),
					PartnerBodyGrantRepository::grant), PARTNER_BODY.GROUP_ID, groups, page);
	}

	List<PartnerBodyGrant> holding(Viewer viewer, UUID group, List<UUID> bodies) {
		return this.sql.select(FIELDS)
			.from(PARTNER_BODY)
			.where(visibleTo(viewer), PARTNER_BODY.REVOKED_AT.isNull(), PARTNER_BODY.GROUP_ID.eq(group),
					PARTNER_BODY.BODY_ID.eq(any(bodies.toArray(UUID[]::new))))
			.fetch(PartnerBodyGrantRepository::grant);
	}

	void insert(Viewer viewer, UUID group, List<UUID> bodies, Instant now) {
		var rows = this.sql.insertInto(PARTNER_BODY, PARTNER_BODY.GROUP_ID, PARTNER_BODY.BODY_ID,
				PARTNER_BODY.GRANTED_AT, PARTNER_BODY.GRANTED_BY);
		bodies.forEach(body -> rows.values(group, body, now, viewer.id()));
		rows.execute();
	}

	void revoke(Viewer viewer, Collection<UUID> ids, Instant now) {
		this.sql.update(PARTNER_BODY)
			.set(PARTNER_BODY.REVOKED_AT, now)
			.where(visibleTo(viewer), PARTNER_BODY.ID.eq(any(ids.toArray(UUID[]::new))),
					PARTNER_BODY.REVOKED_AT.isNull())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR -> noCondition();
			case PARTNER -> PARTNER_BODY.GROUP_ID.eq(viewer.group());
			case STAFF, COORDINATOR -> falseCondition();
		};
	}

	private static PartnerBodyGrant grant(Record row) {
		return new PartnerBodyGrant(row.get(PARTNER_BODY.ID), row.get(PARTNER_BODY.BODY_ID),
				row.get(PARTNER_BODY.GRANTED_AT), row.get(PARTNER_BODY.REVOKED_AT));
	}

}
