package org.solidarity.campaign;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.CampaignStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CampaignController {

	private final Campaigns campaigns;

	CampaignController(Campaigns campaigns) {
		this.campaigns = campaigns;
	}

	@QueryMapping
	Connection<Campaign> campaigns(Viewer viewer, PageRequest page, @Argument @Nullable CampaignFilter filter,
			@Argument @Nullable String search, @Argument @Nullable CampaignOrder orderBy) {
		return this.campaigns.list(viewer, page, filter, search, orderBy);
	}

	@MutationMapping
	CreateCampaign.Payload createCampaign(Viewer viewer, @Argument CreateCampaign.Input input) {
		return new CreateCampaign.Payload(this.campaigns.create(viewer, input));
	}

	@MutationMapping
	UpdateCampaign.Payload updateCampaign(Viewer viewer, @Argument UpdateCampaign.Input input) {
		return new UpdateCampaign.Payload(this.campaigns.update(viewer, input));
	}

	@MutationMapping
	CloseCampaign.Payload closeCampaign(Viewer viewer, @Argument CloseCampaign.Input input) {
		return new CloseCampaign.Payload(this.campaigns.turn(viewer, input, CampaignStatus.CLOSED));
	}

	@MutationMapping
	CloseCampaign.Payload reopenCampaign(Viewer viewer, @Argument CloseCampaign.Input input) {
		return new CloseCampaign.Payload(this.campaigns.turn(viewer, input, CampaignStatus.ACTIVE));
	}

}
