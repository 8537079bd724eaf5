package org.solidarity.campaign.access;

import static org.jooq.impl.DSL.currentInstant;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

@Repository
class AccessRepository {

	private final DSLContext sql;

	AccessRepository(DSLContext sql) {
		this.sql = sql;
	}

	void assign(Viewer viewer, UUID campaign, UUID account) {
		this.sql.insertInto(CAMPAIGN_ACCOUNT)
			.set(CAMPAIGN_ACCOUNT.CAMPAIGN_ID, campaign)
			.set(CAMPAIGN_ACCOUNT.ACCOUNT_ID, account)
			.set(CAMPAIGN_ACCOUNT.GRANTED_BY, viewer.id())
			.onConflictDoNothing()
			.execute();
	}

	void remove(Viewer viewer, UUID campaign, UUID account) {
		this.sql.update(CAMPAIGN_ACCOUNT)
			.set(CAMPAIGN_ACCOUNT.REVOKED_AT, currentInstant())
			.set(CAMPAIGN_ACCOUNT.REVOKED_BY, viewer.id())
			.where(CAMPAIGN_ACCOUNT.CAMPAIGN_ID.eq(campaign), CAMPAIGN_ACCOUNT.ACCOUNT_ID.eq(account),
					CAMPAIGN_ACCOUNT.REVOKED_AT.isNull())
			.execute();
	}

	/** Holds off another change of the campaign's shares until this one is done. */
	void lock(UUID campaign) {
		Routines.lockCampaign(this.sql.configuration(), campaign);
	}

	void share(Viewer viewer, UUID campaign, UUID group, GrantAccess.Share what) {
		this.sql.insertInto(CAMPAIGN_SHARE)
			.set(CAMPAIGN_SHARE.CAMPAIGN_ID, campaign)
			.set(CAMPAIGN_SHARE.GROUP_ID, group)
			.set(CAMPAIGN_SHARE.ENDORSEMENTS, what.endorsements())
			.set(CAMPAIGN_SHARE.PLEDGE_TOTALS, what.pledgeTotals())
			.set(CAMPAIGN_SHARE.ACTIONS, what.actions())
			.set(CAMPAIGN_SHARE.GRANTED_BY, viewer.id())
			.execute();
	}

	void unshare(Viewer viewer, UUID campaign, UUID group) {
		this.sql.update(CAMPAIGN_SHARE)
			.set(CAMPAIGN_SHARE.REVOKED_AT, currentInstant())
			.set(CAMPAIGN_SHARE.REVOKED_BY, viewer.id())
			.where(CAMPAIGN_SHARE.CAMPAIGN_ID.eq(campaign), CAMPAIGN_SHARE.GROUP_ID.eq(group),
					CAMPAIGN_SHARE.REVOKED_AT.isNull())
			.execute();
	}

}
