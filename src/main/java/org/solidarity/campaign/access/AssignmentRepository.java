package org.solidarity.campaign.access;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
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
class AssignmentRepository {

	private static final List<Field<?>> FIELDS = List.of(CAMPAIGN_ACCOUNT.ID, CAMPAIGN_ACCOUNT.CAMPAIGN_ID,
			CAMPAIGN_ACCOUNT.ACCOUNT_ID, CAMPAIGN_ACCOUNT.GRANTED_AT, CAMPAIGN_ACCOUNT.REVOKED_AT);

	private final DSLContext sql;

	private final Pages pages;

	AssignmentRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, CampaignAssignment> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CAMPAIGN_ACCOUNT)
			.where(visibleTo(viewer), CAMPAIGN_ACCOUNT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CAMPAIGN_ACCOUNT.ID, AssignmentRepository::assignment);
	}

	Map<UUID, Connection<CampaignAssignment>> of(Viewer viewer, TableField<?, UUID> parent, Collection<UUID> ids,
			PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, CAMPAIGN_ACCOUNT,
				visibleTo(viewer).and(CAMPAIGN_ACCOUNT.REVOKED_AT.isNull()), Ordering.by("campaign_account.granted",
						Direction.ASC, CAMPAIGN_ACCOUNT.ID, CAMPAIGN_ACCOUNT.GRANTED_AT),
				AssignmentRepository::assignment), parent, ids, page);
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR -> noCondition();
			case STAFF, COORDINATOR -> CAMPAIGN_ACCOUNT.ACCOUNT_ID.eq(viewer.id());
			case PARTNER -> falseCondition();
		};
	}

	private static CampaignAssignment assignment(Record row) {
		return new CampaignAssignment(row.get(CAMPAIGN_ACCOUNT.ID), row.get(CAMPAIGN_ACCOUNT.CAMPAIGN_ID),
				row.get(CAMPAIGN_ACCOUNT.ACCOUNT_ID), row.get(CAMPAIGN_ACCOUNT.GRANTED_AT),
				row.get(CAMPAIGN_ACCOUNT.REVOKED_AT));
	}

}
