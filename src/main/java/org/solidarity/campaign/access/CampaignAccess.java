package org.solidarity.campaign.access;

import java.util.UUID;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.springframework.stereotype.Service;

/** Grants of campaigns to people and partner groups; each act may be repeated. */
@Service
class CampaignAccess {

	/** Partner groups are another module's; only their ids stand here. */
	private static final String GROUP = "grp";

	private final AccessRepository grants;

	private final Campaigns campaigns;

	private final Transactions transactions;

	CampaignAccess(AccessRepository grants, Campaigns campaigns, Transactions transactions) {
		this.grants = grants;
		this.campaigns = campaigns;
		this.transactions = transactions;
	}

	/** Lets a person work on a campaign; nothing where that is so already. */
	Campaign assign(Viewer viewer, GrantAccess.Person input) {
		viewer.require(Permission.MANAGE_GRANTS);
		return new Violations()
			.of("campaign_account_account_id_fkey", UserError.Code.NOT_FOUND, "accountId is not the id of an account.",
					"input", "accountId")
			.during(() -> this.transactions.write(viewer, () -> {
				Campaign campaign = require(viewer, input.campaignId());
				this.grants.assign(viewer, campaign.id(), input.accountId().of(Account.PREFIX));
				return campaign;
			}));
	}

	/** Ends a person's work on a campaign; nothing where there is none. */
	Campaign remove(Viewer viewer, GrantAccess.Person input) {
		viewer.require(Permission.MANAGE_GRANTS);
		return this.transactions.write(viewer, () -> {
			Campaign campaign = require(viewer, input.campaignId());
			this.grants.remove(viewer, campaign.id(), input.accountId().of(Account.PREFIX));
			return campaign;
		});
	}

	/** Shows a group just this of a campaign, whatever it was shown before. */
	Campaign share(Viewer viewer, GrantAccess.Share input) {
		viewer.require(Permission.MANAGE_GRANTS);
		input.check();
		return new Violations()
			.of("campaign_share_group_id_fkey", UserError.Code.NOT_FOUND, "groupId is not the id of a partner group.",
					"input", "groupId")
			.during(() -> this.transactions.write(viewer, () -> {
				Campaign campaign = require(viewer, input.campaignId());
				UUID group = input.groupId().of(GROUP);
				this.grants.lock(campaign.id());
				this.grants.unshare(viewer, campaign.id(), group);
				this.grants.share(viewer, campaign.id(), group, input);
				return campaign;
			}));
	}

	/** Shows a group no more of a campaign; nothing where it was shown nothing. */
	Campaign unshare(Viewer viewer, GrantAccess.Group input) {
		viewer.require(Permission.MANAGE_GRANTS);
		return this.transactions.write(viewer, () -> {
			Campaign campaign = require(viewer, input.campaignId());
			this.grants.unshare(viewer, campaign.id(), input.groupId().of(GROUP));
			return campaign;
		});
	}

	private Campaign require(Viewer viewer, NodeId id) {
		return this.campaigns.require(viewer, id, "input", "campaignId");
	}

}
