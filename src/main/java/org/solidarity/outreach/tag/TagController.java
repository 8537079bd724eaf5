package org.solidarity.outreach.tag;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.organization.Body;
import org.solidarity.organization.BodyFilter;
import org.solidarity.platform.page.Parents;
import org.solidarity.platform.NodeId;
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
class TagController {

	private static final String OF_CAMPAIGN = "Campaign.tags";

	private static final String OF_BODY = "Body.tags";

	private static final String BODIES = "Tag.bodies";

	private final Tags tags;

	private final Campaigns campaigns;

	private final Accounts accounts;

	private final NestedPages nested;

	TagController(Tags tags, Campaigns campaigns, Accounts accounts, NestedPages nested) {
		this.tags = tags;
		this.campaigns = campaigns;
		this.accounts = accounts;
		this.nested = nested;
		nested.<Boolean, Tag>register(OF_CAMPAIGN, tags::ofCampaigns);
		nested.<@Nullable Object, BodyTag>register(OF_BODY,
				(viewer, ids, page, none) -> tags.ofBodies(viewer, ids, page));
		nested.<@Nullable BodyFilter, Body>register(BODIES, tags::bodies);
	}

	@QueryMapping
	Connection<Tag> tags(Viewer viewer, PageRequest page, @Argument @Nullable NodeId campaignId,
			@Argument boolean withRetired) {
		return this.tags.list(viewer, page, campaignId, withRetired);
	}

	@SchemaMapping(typeName = "Campaign", field = "tags")
	CompletableFuture<Connection<Tag>> ofCampaign(Campaign campaign, PageRequest page, @Argument boolean withRetired,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_CAMPAIGN, campaign.id(), page, withRetired);
	}

	@SchemaMapping(typeName = "Body", field = "tags")
	CompletableFuture<Connection<BodyTag>> ofBody(Body body, PageRequest page, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_BODY, body.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<Body>> bodies(Tag tag, PageRequest page, @Argument @Nullable BodyFilter filter,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, BODIES, tag.id(), page, filter);
	}

	@BatchMapping
	Map<Tag, Campaign> campaign(List<Tag> tags, @ContextValue Viewer viewer) {
		return Parents.each(tags, Tag::campaignId, ids -> this.campaigns.nodes(viewer, ids));
	}

	@BatchMapping
	Map<BodyTag, Account> taggedBy(List<BodyTag> bodyTags, @ContextValue Viewer viewer) {
		return Parents.each(bodyTags, BodyTag::taggedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@MutationMapping
	CreateTag.Payload createTag(Viewer viewer, @Argument CreateTag.Input input) {
		return new CreateTag.Payload(this.tags.create(viewer, input));
	}

	@MutationMapping
	CreateTag.Payload updateTag(Viewer viewer, @Argument CreateTag.Update input) {
		return new CreateTag.Payload(this.tags.update(viewer, input));
	}

	@MutationMapping
	CreateTag.Payload retireTag(Viewer viewer, @Argument CreateTag.Retire input) {
		return new CreateTag.Payload(this.tags.retire(viewer, input));
	}

	@MutationMapping
	TagBodies.Payload tagBodies(Viewer viewer, @Argument TagBodies.Input input) {
		return this.tags.tag(viewer, input);
	}

	@MutationMapping
	TagBodies.Payload untagBodies(Viewer viewer, @Argument TagBodies.Input input) {
		return this.tags.untag(viewer, input);
	}

}
