package org.solidarity.pledge.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class RecountController {

	private final Recount recount;

	private final Campaigns campaigns;

	private final Bodies bodies;

	RecountController(Recount recount, Campaigns campaigns, Bodies bodies) {
		this.recount = recount;
		this.campaigns = campaigns;
		this.bodies = bodies;
	}

	@MutationMapping
	RecountPledges.Payload recountPledges(Viewer viewer, @Argument RecountPledges.Input input) {
		return this.recount.recount(viewer, input);
	}

	@BatchMapping(typeName = "PledgeDifference")
	Map<Difference, Campaign> campaign(List<Difference> differences, @ContextValue Viewer viewer) {
		return new HashMap<>(this.campaigns.of(viewer, differences, Difference::campaignId));
	}

	@BatchMapping(typeName = "PledgeDifference")
	Map<Difference, Body> body(List<Difference> differences, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, differences, Difference::bodyId);
	}

}
