package org.solidarity.campaign.target;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TargetController {

	private static final String OF_CAMPAIGN = "Campaign.targets";

	private static final String OF_BODY = "Body.targetedBy";

	private final Targets targets;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Accounts accounts;

	private final NestedPages pages;

	TargetController(Targets targets, Campaigns campaigns, Bodies bodies, Accounts accounts, NestedPages pages) {
		this.targets = targets;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.accounts = accounts;
		this.pages = pages;
		pages.<TargetArguments, Target>register(OF_CAMPAIGN, targets::ofCampaigns);
		pages.<@Nullable Object, Target>register(OF_BODY,
				(viewer, ids, page, none) -> targets.ofBodies(viewer, ids, page));
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<Connection<Target>> targets(Campaign campaign, PageRequest page,
			@Argument @Nullable TargetFilter filter, @Argument @Nullable TargetOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_CAMPAIGN, campaign.id(), page, new TargetArguments(filter, orderBy));
	}

	@BatchMapping(typeName = "Campaign")
	Map<Campaign, TargetTotals> targetTotals(List<Campaign> campaigns, @ContextValue Viewer viewer) {
		Map<UUID, TargetTotals> totals = this.targets.totals(viewer, campaigns.stream().map(Campaign::id).toList());
		return campaigns.stream()
			.collect(Collectors.toMap(Function.identity(),
					campaign -> totals.getOrDefault(campaign.id(), TargetTotals.NONE)));
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<Target>> targetedBy(Body body, PageRequest page, DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_BODY, body.id(), page, null);
	}

	@BatchMapping(typeName = "Target")
	Map<Target, Body> body(List<Target> targets, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, targets, Target::bodyId);
	}

	@BatchMapping(typeName = "Target")
	Map<Target, Account> owner(List<Target> targets, @ContextValue Viewer viewer) {
		return Parents.each(targets, Target::ownerId, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Target")
	Map<Target, Campaign> campaign(List<Target> targets, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, targets, Target::campaignId);
	}

	@MutationMapping
	AddTargets.OnePayload addTarget(Viewer viewer, @Argument AddTargets.One input) {
		return new AddTargets.OnePayload(this.targets.add(viewer, input));
	}

	@MutationMapping
	AddTargets.ManyPayload addTargets(Viewer viewer, @Argument AddTargets.Many input) {
		return this.targets.add(viewer, input);
	}

	@MutationMapping
	ChangeTarget.UpdatePayload updateTarget(Viewer viewer, @Argument ChangeTarget.Update input) {
		return new ChangeTarget.UpdatePayload(this.targets.update(viewer, input));
	}

	@MutationMapping
	ChangeTarget.RemovePayload removeTarget(Viewer viewer, @Argument ChangeTarget.Remove input) {
		return new ChangeTarget.RemovePayload(this.targets.remove(viewer, input));
	}

}
