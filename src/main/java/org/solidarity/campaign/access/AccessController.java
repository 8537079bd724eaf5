package org.solidarity.campaign.access;

import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AccessController {

	private final CampaignAccess access;

	AccessController(CampaignAccess access) {
		this.access = access;
	}

	@MutationMapping
	GrantAccess.Payload assignToCampaign(Viewer viewer, @Argument GrantAccess.Person input) {
		return new GrantAccess.Payload(this.access.assign(viewer, input));
	}

	@MutationMapping
	GrantAccess.Payload removeFromCampaign(Viewer viewer, @Argument GrantAccess.Person input) {
		return new GrantAccess.Payload(this.access.remove(viewer, input));
	}

	@MutationMapping
	GrantAccess.Payload shareCampaign(Viewer viewer, @Argument GrantAccess.Share input) {
		return new GrantAccess.Payload(this.access.share(viewer, input));
	}

	@MutationMapping
	GrantAccess.Payload unshareCampaign(Viewer viewer, @Argument GrantAccess.Group input) {
		return new GrantAccess.Payload(this.access.unshare(viewer, input));
	}

}
