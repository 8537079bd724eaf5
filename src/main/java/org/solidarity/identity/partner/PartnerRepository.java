package org.solidarity.identity.partner;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.PARTNER_GROUP;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class PartnerRepository {

	private static final List<Field<?>> FIELDS = List.of(PARTNER_GROUP.ID, PARTNER_GROUP.NAME, PARTNER_GROUP.CREATED_AT,
			PARTNER_GROUP.VERSION);

	private final DSLContext sql;

	private final Pages pages;

	PartnerRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, PartnerGroup> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PARTNER_GROUP)
			.where(visibleTo(viewer), PARTNER_GROUP.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PARTNER_GROUP.ID, PartnerRepository::group);
	}

	Connection<PartnerGroup> list(Viewer viewer, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, PARTNER_GROUP, visibleTo(viewer),
				Ordering.by("partner_group.name", Direction.ASC, PARTNER_GROUP.ID, lower(PARTNER_GROUP.NAME)),
				PartnerRepository::group), page);
	}

	UUID insert(CreatePartnerGroup.Input input) {
		return this.sql.insertInto(PARTNER_GROUP)
			.set(PARTNER_GROUP.NAME, input.name())
			.returning(PARTNER_GROUP.ID)
			.fetchSingle(PARTNER_GROUP.ID);
	}

	/**
	 * Staff sees whom something can be shared with; a partner sees itself, which needs no
	 * permission.
	 */
	private static Condition visibleTo(Viewer viewer) {
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR, STAFF -> noCondition();
			case PARTNER -> PARTNER_GROUP.ID.eq(viewer.group());
			case COORDINATOR -> falseCondition();
		};
	}

	private static PartnerGroup group(Record row) {
		return new PartnerGroup(row.get(PARTNER_GROUP.ID), row.get(PARTNER_GROUP.NAME),
				row.get(PARTNER_GROUP.CREATED_AT), row.get(PARTNER_GROUP.VERSION));
	}

}
