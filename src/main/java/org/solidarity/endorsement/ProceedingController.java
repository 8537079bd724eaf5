package org.solidarity.endorsement;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.organization.meeting.Meeting;
import org.solidarity.organization.meeting.Meetings;
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
class ProceedingController {

	private static final String OF_CAMPAIGN = "Campaign.proceedings";

	private static final String OF_BODY = "Body.proceedings";

	private final Proceedings proceedings;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Resolutions resolutions;

	private final Meetings meetings;

	private final NestedPages pages;

	ProceedingController(Proceedings proceedings, Campaigns campaigns, Bodies bodies, Resolutions resolutions,
			Meetings meetings, NestedPages pages) {
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.resolutions = resolutions;
		this.meetings = meetings;
		this.pages = pages;
		pages.<ProceedingArguments, Proceeding>register(OF_CAMPAIGN, proceedings::ofCampaigns);
		pages.<ProceedingArguments, Proceeding>register(OF_BODY, proceedings::ofBodies);
	}

	@SchemaMapping(typeName = "Campaign", field = "proceedings")
	CompletableFuture<Connection<Proceeding>> ofCampaign(Campaign campaign, PageRequest page,
			@Argument @Nullable ProceedingFilter filter, @Argument @Nullable ProceedingOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_CAMPAIGN, campaign.id(), page, new ProceedingArguments(filter, orderBy));
	}

	@SchemaMapping(typeName = "Body", field = "proceedings")
	CompletableFuture<Connection<Proceeding>> ofBody(Body body, PageRequest page,
			@Argument @Nullable ProceedingFilter filter, @Argument @Nullable ProceedingOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_BODY, body.id(), page, new ProceedingArguments(filter, orderBy));
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, Campaign> campaign(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, proceedings, Proceeding::campaignId);
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, Body> body(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, proceedings, Proceeding::bodyId);
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, Resolution> resolution(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		return Parents.each(proceedings, Proceeding::resolutionId, ids -> this.resolutions.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, ResolutionVersion> adoptedText(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		return Parents.each(proceedings, Proceeding::adoptedTextId, ids -> this.resolutions.versions(viewer, ids));
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, Meeting> meeting(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		return Parents.each(proceedings, Proceeding::meetingId, ids -> this.meetings.nodes(viewer, ids));
	}

	@MutationMapping
	OpenProceeding.Payload openProceeding(Viewer viewer, @Argument OpenProceeding.Input input) {
		return new OpenProceeding.Payload(this.proceedings.open(viewer, input));
	}

	@MutationMapping
	OpenProceeding.Payload updateProceeding(Viewer viewer, @Argument OpenProceeding.Update input) {
		return new OpenProceeding.Payload(this.proceedings.update(viewer, input));
	}

}
