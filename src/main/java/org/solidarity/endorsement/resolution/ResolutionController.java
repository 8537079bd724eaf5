package org.solidarity.endorsement.resolution;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
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
class ResolutionController {

	private static final String OF_CAMPAIGN = "Campaign.resolutions";

	private final Resolutions resolutions;

	private final Campaigns campaigns;

	private final NestedPages pages;

	ResolutionController(Resolutions resolutions, Campaigns campaigns, NestedPages pages) {
		this.resolutions = resolutions;
		this.campaigns = campaigns;
		this.pages = pages;
		pages.<@Nullable Object, Resolution>register(OF_CAMPAIGN,
				(viewer, ids, page, none) -> resolutions.ofCampaigns(viewer, ids, page));
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<Connection<Resolution>> resolutions(Campaign campaign, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_CAMPAIGN, campaign.id(), page, null);
	}

	@BatchMapping(typeName = "Resolution")
	Map<Resolution, Campaign> campaign(List<Resolution> resolutions, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, resolutions, Resolution::campaignId);
	}

	@MutationMapping
	WriteResolution.Payload createResolution(Viewer viewer, @Argument WriteResolution.Create input) {
		return new WriteResolution.Payload(this.resolutions.create(viewer, input));
	}

	@MutationMapping
	WriteResolution.Payload addResolutionVersion(Viewer viewer, @Argument WriteResolution.Add input) {
		return new WriteResolution.Payload(this.resolutions.add(viewer, input));
	}

}
