package org.solidarity.pledge.live;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.live.Live;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class LivePledgeController {

	private static final String RECORDED = "pledgeRecorded";

	private static final String CHANGED = "pledgeChanged";

	private final LivePledges pledges;

	private final Campaigns campaigns;

	LivePledgeController(LivePledges pledges, Campaigns campaigns) {
		this.pledges = pledges;
		this.campaigns = campaigns;
	}

	@SubscriptionMapping
	Live<RecordedPledge> pledgeRecorded(Viewer viewer, @Argument NodeId campaignId, @Argument @Nullable NodeId after) {
		return Live.each(RECORDED, this.campaigns.listenTo(viewer, campaignId).id(), after, this.pledges::recorded);
	}

	@SubscriptionMapping
	Live<TotalsChange> totalsChanged(Viewer viewer, @Argument NodeId campaignId) {
		return Live.latest(Set.of(RECORDED, CHANGED), this.campaigns.listenTo(viewer, campaignId).id(),
				Duration.ofSeconds(1), this.pledges::changed);
	}

}
