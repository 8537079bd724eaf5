package org.solidarity.endorsement.template;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.CURRENT_TEMPLATE;
import static org.solidarity.platform.jooq.Tables.RESOLUTION;
import static org.solidarity.platform.jooq.Tables.RESOLUTION_TEMPLATE;
import static org.solidarity.platform.jooq.Tables.RESOLUTION_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class TemplateRepository {

	private final DSLContext sql;

	TemplateRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** The ids of the templates of each campaign, by language. */
	Map<UUID, List<UUID>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns) {
		return this.sql.select(CURRENT_TEMPLATE.CAMPAIGN_ID, CURRENT_TEMPLATE.VERSION_ID)
			.from(CURRENT_TEMPLATE)
			.where(visibleTo(viewer), CURRENT_TEMPLATE.CAMPAIGN_ID.eq(any(campaigns.toArray(UUID[]::new))))
			.orderBy(CURRENT_TEMPLATE.LANGUAGE)
			.fetchGroups(CURRENT_TEMPLATE.CAMPAIGN_ID, CURRENT_TEMPLATE.VERSION_ID);
	}

	void insert(Viewer viewer, Resolution resolution, ResolutionVersion version, boolean marked) {
		this.sql.insertInto(RESOLUTION_TEMPLATE)
			.set(RESOLUTION_TEMPLATE.CAMPAIGN_ID, resolution.campaignId())
			.set(RESOLUTION_TEMPLATE.LANGUAGE, version.language())
			.set(RESOLUTION_TEMPLATE.VERSION_ID, version.id())
			.set(RESOLUTION_TEMPLATE.MARKED, marked)
			.set(RESOLUTION_TEMPLATE.RECORDED_BY, viewer.id())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return exists(selectOne().from(RESOLUTION_VERSION)
			.join(RESOLUTION)
			.on(RESOLUTION.ID.eq(RESOLUTION_VERSION.RESOLUTION_ID))
			.where(Resolutions.visibleTo(viewer), RESOLUTION_VERSION.ID.eq(CURRENT_TEMPLATE.VERSION_ID)));
	}

}
