package org.solidarity.campaign.access;

import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.identity.partner.PartnerGroup;
import org.solidarity.identity.partner.PartnerGroups;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows who works on a campaign and who was shown what of it, from both ends. */
@Controller
class HoldingController {

	private static final String PEOPLE = "Campaign.assignments";

	private static final String WORK = "Account.campaignAssignments";

	private static final String GROUPS = "Campaign.shares";

	private static final String SHOWN = "PartnerGroup.campaignShares";

	private final Campaigns campaigns;

	private final Accounts accounts;

	private final PartnerGroups groups;

	private final NestedPages nested;

	HoldingController(CampaignAssignments assignments, CampaignShares shares, Campaigns campaigns, Accounts accounts,
			PartnerGroups groups, NestedPages nested) {
		this.campaigns = campaigns;
		this.accounts = accounts;
		this.groups = groups;
		this.nested = nested;
		nested.register(PEOPLE,
				(viewer, ids, page, none) -> assignments.of(viewer, CAMPAIGN_ACCOUNT.CAMPAIGN_ID, ids, page));
		nested.register(WORK,
				(viewer, ids, page, none) -> assignments.of(viewer, CAMPAIGN_ACCOUNT.ACCOUNT_ID, ids, page));
		nested.register(GROUPS, (viewer, ids, page, none) -> shares.of(viewer, CAMPAIGN_SHARE.CAMPAIGN_ID, ids, page));
		nested.register(SHOWN, (viewer, ids, page, none) -> shares.of(viewer, CAMPAIGN_SHARE.GROUP_ID, ids, page));
	}

	@SchemaMapping
	CompletableFuture<Connection<CampaignAssignment>> assignments(Campaign campaign, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, PEOPLE, campaign.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<CampaignAssignment>> campaignAssignments(Account account, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, WORK, account.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<CampaignShare>> shares(Campaign campaign, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, GROUPS, campaign.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<CampaignShare>> campaignShares(PartnerGroup group, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, SHOWN, group.id(), page, null);
	}

	@BatchMapping(typeName = "CampaignAssignment", field = "campaign")
	Map<CampaignAssignment, Campaign> campaignOfAssignment(List<CampaignAssignment> assignments,
			@ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, assignments, CampaignAssignment::campaignId);
	}

	@BatchMapping(typeName = "CampaignAssignment")
	Map<CampaignAssignment, Account> account(List<CampaignAssignment> assignments, @ContextValue Viewer viewer) {
		return Parents.each(assignments, CampaignAssignment::accountId, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "CampaignShare", field = "campaign")
	Map<CampaignShare, Campaign> campaignOfShare(List<CampaignShare> shares, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, shares, CampaignShare::campaignId);
	}

	@BatchMapping(typeName = "CampaignShare")
	Map<CampaignShare, PartnerGroup> partnerGroup(List<CampaignShare> shares, @ContextValue Viewer viewer) {
		return Parents.each(shares, CampaignShare::groupId, ids -> this.groups.nodes(viewer, ids));
	}

}
