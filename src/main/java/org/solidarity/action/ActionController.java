package org.solidarity.action;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ActionController {

	private static final String CAMPAIGN_ACTIONS = "Campaign.actions";

	private static final String BODY_ACTIONS = "Body.actions";

	private final Actions actions;

	private final Bodies bodies;

	private final Campaigns campaigns;

	private final NestedPages nested;

	ActionController(Actions actions, Bodies bodies, Campaigns campaigns, NestedPages nested) {
		this.actions = actions;
		this.bodies = bodies;
		this.campaigns = campaigns;
		this.nested = nested;
		nested.<ActionList, Action>register(CAMPAIGN_ACTIONS, actions::ofCampaigns);
		nested.<ActionList, Action>register(BODY_ACTIONS, actions::ofBodies);
	}

	@QueryMapping
	Connection<Action> actions(Viewer viewer, PageRequest page, @Argument @Nullable ActionFilter filter,
			@Argument @Nullable ActionOrder orderBy) {
		return this.actions.list(viewer, page, new ActionList(filter, orderBy));
	}

	@SchemaMapping(typeName = "Campaign", field = "actions")
	CompletableFuture<Connection<Action>> actionsOfCampaign(Campaign campaign, DataFetchingEnvironment environment,
			PageRequest page, @Argument @Nullable ActionFilter filter, @Argument @Nullable ActionOrder orderBy) {
		return this.nested.load(environment, CAMPAIGN_ACTIONS, campaign.id(), page, new ActionList(filter, orderBy));
	}

	@SchemaMapping(typeName = "Body", field = "actions")
	CompletableFuture<Connection<Action>> actionsOfBody(Body body, DataFetchingEnvironment environment,
			PageRequest page, @Argument @Nullable ActionFilter filter, @Argument @Nullable ActionOrder orderBy) {
		return this.nested.load(environment, BODY_ACTIONS, body.id(), page, new ActionList(filter, orderBy));
	}

	@BatchMapping
	Map<Action, Campaign> campaign(List<Action> actions, @ContextValue Viewer viewer) {
		var found = this.campaigns.nodes(viewer, actions.stream().map(Action::campaignId).distinct().toList());
		Map<Action, Campaign> of = new HashMap<>();
		actions.forEach(action -> of.put(action, found.get(action.campaignId())));
		return of;
	}

	@BatchMapping
	Map<Action, Body> host(List<Action> actions, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, actions, Action::hostId);
	}

	@BatchMapping
	Map<Action, List<Body>> coSponsors(List<Action> actions, @ContextValue Viewer viewer) {
		return this.actions.coSponsors(viewer, actions);
	}

	@MutationMapping
	CreateAction.Payload createAction(Viewer viewer, @Argument CreateAction.Input input) {
		return new CreateAction.Payload(this.actions.create(viewer, input));
	}

	@MutationMapping
	UpdateAction.Payload updateAction(Viewer viewer, @Argument UpdateAction.Input input) {
		return this.actions.update(viewer, input);
	}

	@MutationMapping
	ConfirmAction.Payload confirmAction(Viewer viewer, @Argument ConfirmAction.Input input) {
		return new ConfirmAction.Payload(this.actions.confirm(viewer, input));
	}

	@MutationMapping
	CancelAction.Payload cancelAction(Viewer viewer, @Argument CancelAction.Input input) {
		return new CancelAction.Payload(this.actions.cancel(viewer, input));
	}

}
