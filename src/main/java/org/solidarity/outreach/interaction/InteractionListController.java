package org.solidarity.outreach.interaction;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.member.Member;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class InteractionListController {

	private static final String OF_CAMPAIGN = "Campaign.interactions";

	private static final String OF_BODY = "Body.interactions";

	private static final String OF_MEMBER = "Member.interactions";

	private final Interactions interactions;

	private final NestedPages nested;

	InteractionListController(Interactions interactions, NestedPages nested) {
		this.interactions = interactions;
		this.nested = nested;
		nested.<InteractionList, Interaction>register(OF_CAMPAIGN, interactions::ofCampaigns);
		nested.<InteractionList, Interaction>register(OF_BODY, interactions::ofBodies);
		nested.<InteractionList, Interaction>register(OF_MEMBER, interactions::ofMembers);
	}

	@QueryMapping
	Connection<Interaction> interactions(Viewer viewer, PageRequest page, @Argument @Nullable InteractionFilter filter,
			@Argument @Nullable InteractionOrder orderBy, @Argument boolean withRetracted) {
		return this.interactions.list(viewer, page, new InteractionList(filter, orderBy, withRetracted));
	}

	@SchemaMapping(typeName = "Campaign", field = "interactions")
	CompletableFuture<Connection<Interaction>> ofCampaign(Campaign campaign, PageRequest page,
			@Argument @Nullable InteractionFilter filter, @Argument @Nullable InteractionOrder orderBy,
			@Argument boolean withRetracted, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_CAMPAIGN, campaign.id(), page,
				new InteractionList(filter, orderBy, withRetracted));
	}

	@SchemaMapping(typeName = "Body", field = "interactions")
	CompletableFuture<Connection<Interaction>> ofBody(Body body, PageRequest page,
			@Argument @Nullable InteractionFilter filter, @Argument @Nullable InteractionOrder orderBy,
			@Argument boolean withRetracted, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_BODY, body.id(), page,
				new InteractionList(filter, orderBy, withRetracted));
	}

	@SchemaMapping(typeName = "Member", field = "interactions")
	CompletableFuture<Connection<Interaction>> ofMember(Member member, PageRequest page,
			@Argument @Nullable InteractionFilter filter, @Argument @Nullable InteractionOrder orderBy,
			@Argument boolean withRetracted, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_MEMBER, member.id(), page,
				new InteractionList(filter, orderBy, withRetracted));
	}

}
