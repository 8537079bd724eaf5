package org.solidarity.pledge;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
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

	private final Members members;

	private final Actions actions;

	private final Proceedings proceedings;

	private final NestedPages pages;

	private record Arguments(@Nullable PledgeFilter filter, @Nullable PledgeOrder orderBy) {
	}

	PledgeController(Pledges pledges, Campaigns campaigns, Bodies bodies, Members members, Actions actions,
			Proceedings proceedings, NestedPages pages) {
		this.pledges = pledges;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.members = members;
		this.actions = actions;
		this.proceedings = proceedings;
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
		return this.campaigns.of(viewer, pledges, Pledge::campaignId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Body> body(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, pledges, Pledge::bodyId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Member> member(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return of(pledges, ids -> this.members.nodes(viewer, ids), Pledge::memberId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Action> action(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return of(pledges, ids -> this.actions.nodes(viewer, ids), Pledge::actionId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Proceeding> authorizingProceeding(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return of(pledges, ids -> this.proceedings.nodes(viewer, ids), Pledge::authorizingProceedingId);
	}

	@BatchMapping(typeName = "Pledge")
	Map<Pledge, Pledge> countsToward(List<Pledge> pledges, @ContextValue Viewer viewer) {
		return of(pledges, ids -> this.pledges.nodes(viewer, ids), Pledge::countsTowardId);
	}

	@MutationMapping
	RecordPledge.Payload recordPledge(Viewer viewer, @Argument RecordPledge.Input input) {
		return new RecordPledge.Payload(this.pledges.record(viewer, input));
	}

	@MutationMapping
	CorrectPledge.Payload correctPledge(Viewer viewer, @Argument CorrectPledge.Input input) {
		return new CorrectPledge.Payload(this.pledges.correct(viewer, input));
	}

	private static <T> Map<Pledge, T> of(List<Pledge> pledges, Function<List<UUID>, Map<UUID, T>> find,
			Function<Pledge, @Nullable UUID> id) {
		List<UUID> ids = pledges.stream().map(id).filter(Objects::nonNull).distinct().toList();
		Map<Pledge, T> values = new HashMap<>();
		if (!ids.isEmpty()) {
			var found = find.apply(ids);
			pledges.forEach(pledge -> values.put(pledge, found.get(id.apply(pledge))));
		}
		return values;
	}

}
