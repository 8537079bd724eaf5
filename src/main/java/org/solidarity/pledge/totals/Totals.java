package org.solidarity.pledge.totals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeGrouping;
import org.springframework.stereotype.Service;

/** The numbers of the pledges that the viewer may see, and the sums shared with it. */
@Service
public class Totals {

	private final TotalsRepository totals;

	private final Campaigns campaigns;

	private final Transactions transactions;

	Totals(TotalsRepository totals, Campaigns campaigns, Transactions transactions) {
		this.totals = totals;
		this.campaigns = campaigns;
		this.transactions = transactions;
	}

	/** Where each pledge stands; one of which nothing was recorded by then is absent. */
	public Map<UUID, PledgePosition> positions(Viewer viewer, Collection<UUID> pledges, Moment moment) {
		return this.transactions.read(viewer, () -> this.totals.positions(viewer, pledges, moment));
	}

	/** The sums of each campaign. */
	Map<UUID, List<PledgeTotal>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, Moment moment,
			Set<PledgeGrouping> groupBy) {
		return this.transactions.read(viewer, () -> this.totals.ofCampaigns(viewer, campaigns, moment, groupBy));
	}

	/** The sums of each body in one campaign; none where there is no such campaign. */
	Map<UUID, List<PledgeTotal>> ofBodies(Viewer viewer, Collection<UUID> bodies, NodeId campaign, PledgeScope scope,
			Moment moment, Set<PledgeGrouping> groupBy) {
		UUID id = campaign.of(Campaign.PREFIX);
		return this.transactions.read(viewer, () -> this.campaigns.nodes(viewer, List.of(id)).containsKey(id)
				? this.totals.ofBodies(viewer, bodies, id, scope, moment, groupBy) : Map.of());
	}

}
