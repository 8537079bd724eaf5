package org.solidarity.campaign;

import static org.solidarity.platform.jooq.Tables.CAMPAIGN;

import org.jooq.DSLContext;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

/**
 * For whoever brings in rows whose file names no campaign of ours; only inside a write.
 */
@Repository
public class CampaignImport {

	private final DSLContext sql;

	private final TargetImport campaigns;

	CampaignImport(DSLContext sql, TargetImport campaigns) {
		this.sql = sql;
		this.campaigns = campaigns;
	}

	/**
	 * The campaign of this name, made where there is none: internal, and with nobody who
	 * works on it until an administrator grants access.
	 * @return not active where the one that there is takes nothing new, or several have
	 * the name
	 */
	public TargetImport.Named named(Viewer viewer, String name, String currency) {
		var there = this.campaigns.campaigns(viewer, name);
		if (!there.isEmpty()) {
			return new TargetImport.Named(there.getFirst().id(), there.size() == 1 && there.getFirst().active());
		}
		return new TargetImport.Named(this.sql.insertInto(CAMPAIGN)
			.set(CAMPAIGN.NAME, name)
			.set(CAMPAIGN.CURRENCY, currency)
			.set(CAMPAIGN.TIME_ZONE, "UTC")
			.set(CAMPAIGN.CREATED_BY, viewer.id())
			.returning(CAMPAIGN.ID)
			.fetchSingle(CAMPAIGN.ID), true);
	}

}
