package org.solidarity.sharing;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.ACCOUNT_BODY;

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
class BodyGrantRepository {

	private static final List<Field<?>> FIELDS = List.of(ACCOUNT_BODY.ID, ACCOUNT_BODY.BODY_ID,
			ACCOUNT_BODY.WITH_MEMBERS, ACCOUNT_BODY.GRANTED_AT, ACCOUNT_BODY.REVOKED_AT);

	private final DSLContext sql;

	private final Pages pages;

	BodyGrantRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, BodyGrant> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ACCOUNT_BODY)
			.where(visibleTo(viewer), ACCOUNT_BODY.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ACCOUNT_BODY.ID, BodyGrantRepository::grant);
	}

	/** A page of what holds, of each account, oldest first. */
	Map<UUID, Connection<BodyGrant>> of(Viewer viewer, Collection<UUID> accounts, PageRequest page) {
		return this.pages
			.fetch(new PageQuery<>(FIELDS, ACCOUNT_BODY, visibleTo(viewer).and(ACCOUNT_BODY.REVOKED_AT.isNull()),
					Ordering.by("account_body.granted", Direction.ASC, ACCOUNT_BODY.ID, ACCOUNT_BODY.GRANTED_AT),
					BodyGrantRepository::grant), ACCOUNT_BODY.ACCOUNT_ID, accounts, page);
	}

	List<BodyGrant> holding(Viewer viewer, UUID account, List<UUID> bodies) {
		return this.sql.select(FIELDS)
			.from(ACCOUNT_BODY)
			.where(visibleTo(viewer), ACCOUNT_BODY.REVOKED_AT.isNull(), ACCOUNT_BODY.ACCOUNT_ID.eq(account),
					ACCOUNT_BODY.BODY_ID.eq(any(bodies.toArray(UUID[]::new))))
			.fetch(BodyGrantRepository::grant);
	}

	void insert(Viewer viewer, UUID account, List<UUID> bodies, boolean withMembers, Instant now) {
		var rows = this.sql.insertInto(ACCOUNT_BODY, ACCOUNT_BODY.ACCOUNT_ID, ACCOUNT_BODY.BODY_ID,
				ACCOUNT_BODY.WITH_MEMBERS, ACCOUNT_BODY.GRANTED_AT, ACCOUNT_BODY.GRANTED_BY);
		bodies.forEach(body -> rows.values(account, body, withMembers, now, viewer.id()));
		rows.execute();
	}

	void revoke(Viewer viewer, Collection<UUID> ids, Instant now) {
		this.sql.update(ACCOUNT_BODY)
			.set(ACCOUNT_BODY.REVOKED_AT, now)
			.where(visibleTo(viewer), ACCOUNT_BODY.ID.eq(any(ids.toArray(UUID[]::new))),
					ACCOUNT_BODY.REVOKED_AT.isNull())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR -> noCondition();
			case STAFF, COORDINATOR, PARTNER -> ACCOUNT_BODY.ACCOUNT_ID.eq(viewer.id());
		};
	}

	private static BodyGrant grant(Record row) {
		return new BodyGrant(row.get(ACCOUNT_BODY.ID), row.get(ACCOUNT_BODY.BODY_ID),
				row.get(ACCOUNT_BODY.WITH_MEMBERS), row.get(ACCOUNT_BODY.GRANTED_AT), row.get(ACCOUNT_BODY.REVOKED_AT));
	}

}
