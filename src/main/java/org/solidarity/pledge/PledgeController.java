package org.solidarity.pledge;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PledgeController {

	private final Pledges pledges;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final NestedPages pages;

	private record Arguments(@Nullable PledgeFilter filter, @Nullable PledgeOrder orderBy) {
	}

	PledgeController(Pledges pledges, Campaigns campaigns, Bodies bodies, NestedPages pages) {
		this.pledges = pledges;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.pages = pages;
		pages.<Arguments, Pledge>register("Campaign.pledges", (viewer, parents, page, arguments) -> this.pledges
			.ofCampaigns(viewer, parents, page, arguments.filter(), arguments.orderBy()));
		pages.<Arguments, Pledge>register("Body.pledges", (viewer, parents, page, arguments) -> this.pledges
			.ofBodies(viewer, parents, page, arguments.filter(), arguments.orderBy()));
	}

	@SchemaMapping(typeName = "Campaign", field = "pledges")
	CompletableFuture<Connection<Pledge>> ofCampaign(Campaign campaign, PageRequest page,
			@Argument @Nullable PledgeFilter filter, @Argument @Nullable PledgeOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, "Campaign.pledges", campaign.id(), page, new Arguments(filter, orderBy));
	}

	@SchemaMapping(typeName = "Body", field = "pledges")
	CompletableFuture<Connection<Pledge>> ofBody(Body body, PageRequest page, @Argument @Nullable PledgeFilter filter,
			@Argument @Nullable PledgeOrder orderBy, DataFetchingEnvironment environment) {
		return this.pages.load(environment, "Body.pledges", body.id(), page, new Arguments(filter, orderBy));
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Campaign> campaign(List<Pledge> pledges, @ContextValue Viewer viewer) {
		var found = this.campaigns.nodes(viewer, pledges.stream().map(Pledge::campaignId).distinct().toList());
		Map<Pledge, Campaign> campaigns = new HashMap<>();
		pledges.forEach(pledge -> campaigns.put(pledge, found.get(pledge.campaignId())));
		return campaigns;
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Body> body(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, pledges, Pledge::bodyId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Pledge> countsToward(List<Pledge> pledges, @ContextValue Viewer viewer) {
		List<UUID> ids = pledges.stream().map(Pledge::countsTowardId).filter(Objects::nonNull).distinct().toList();
		var found = this.pledges.nodes(viewer, ids);
		Map<Pledge, Pledge> targets = new HashMap<>();
		pledges.forEach(pledge -> targets.put(pledge, found.get(pledge.countsTowardId())));
		return targets;
	}

	@MutationMapping
	RecordPledge.Payload recordPledge(Viewer viewer, @Argument RecordPledge.Input input) {
		return new RecordPledge.Payload(this.pledges.record(viewer, input));
	}

	@MutationMapping
	CorrectPledge.Payload correctPledge(Viewer viewer, @Argument CorrectPledge.Input input) {
		return new CorrectPledge.Payload(this.pledges.correct(viewer, input));
	}

}
