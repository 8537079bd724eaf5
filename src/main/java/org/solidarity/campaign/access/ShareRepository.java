package org.solidarity.campaign.access;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

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
class ShareRepository {

	private static final List<Field<?>> FIELDS = List.of(CAMPAIGN_SHARE.ID, CAMPAIGN_SHARE.CAMPAIGN_ID,
			CAMPAIGN_SHARE.GROUP_ID, CAMPAIGN_SHARE.ENDORSEMENTS, CAMPAIGN_SHARE.PLEDGE_TOTALS, CAMPAIGN_SHARE.ACTIONS,
			CAMPAIGN_SHARE.GRANTED_AT, CAMPAIGN_SHARE.REVOKED_AT);

	private final DSLContext sql;

	private final Pages pages;

	ShareRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, CampaignShare> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CAMPAIGN_SHARE)
			.where(visibleTo(viewer), CAMPAIGN_SHARE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CAMPAIGN_SHARE.ID, ShareRepository::share);
	}

	Map<UUID, Connection<CampaignShare>> of(Viewer viewer, TableField<?, UUID> parent, Collection<UUID> ids,
			PageRequest page) {
		return this.pages
			.fetch(new PageQuery<>(FIELDS, CAMPAIGN_SHARE, visibleTo(viewer).and(CAMPAIGN_SHARE.REVOKED_AT.isNull()),
					Ordering.by("campaign_share.granted", Direction.ASC, CAMPAIGN_SHARE.ID, CAMPAIGN_SHARE.GRANTED_AT),
					ShareRepository::share), parent, ids, page);
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR -> noCondition();
			case PARTNER -> CAMPAIGN_SHARE.GROUP_ID.eq(viewer.group());
			case STAFF, COORDINATOR -> falseCondition();
		};
	}

	private static CampaignShare share(Record row) {
		return new CampaignShare(row.get(CAMPAIGN_SHARE.ID), row.get(CAMPAIGN_SHARE.CAMPAIGN_ID),
				row.get(CAMPAIGN_SHARE.GROUP_ID), row.get(CAMPAIGN_SHARE.ENDORSEMENTS),
				row.get(CAMPAIGN_SHARE.PLEDGE_TOTALS), row.get(CAMPAIGN_SHARE.ACTIONS),
				row.get(CAMPAIGN_SHARE.GRANTED_AT), row.get(CAMPAIGN_SHARE.REVOKED_AT));
	}

}
