package org.solidarity.pledge.totals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeScope;
import org.solidarity.platform.jooq.enums.Role;
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

	/**
	 * The sums of each campaign.
	 * @throws Refused FORBIDDEN where a partner asks of another moment than now
	 */
	Map<UUID, List<PledgeTotal>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, Question question) {
		requireNow(viewer, question.moment());
		return this.transactions.read(viewer, () -> this.totals.ofCampaigns(viewer, campaigns, question));
	}

	/**
	 * Tells the sums of a campaign as they are now, one after the other and with a few in
	 * memory at once.
	 */
	public void each(Viewer viewer, UUID campaign, Set<PledgeGrouping> groupBy, Consumer<PledgeTotal> to) {
		this.transactions.read(viewer, () -> {
			this.totals.each(viewer, campaign, new Question(Moment.NOW, null, groupBy), to);
			return null;
		});
	}

	/**
	 * The sums of money of each campaign, by currency and, if wanted, by booked rate.
	 * @throws Refused FORBIDDEN where a partner asks of another moment than now
	 */
	public Map<UUID, List<RatedTotal>> rated(Viewer viewer, Collection<UUID> campaigns, Moment moment,
			@Nullable PledgeTotalFilter filter, boolean byBookedRate) {
		requireNow(viewer, moment);
		return this.transactions.read(viewer,
				() -> this.totals.rated(viewer, campaigns, new Question(moment, filter, Set.of(), byBookedRate)));
	}

	/**
	 * Between two moments there may lie one pledge, which the sums would tell by their
	 * difference.
	 */
	private static void requireNow(Viewer viewer, Moment moment) {
		if (viewer.is(Role.PARTNER) && !moment.equals(Moment.NOW)) {
			throw new Refused(ErrorCode.FORBIDDEN,
					"A partner group is told the sums of a campaign as they are now; omit asOf and asKnownAt.");
		}
	}

	/**
	 * The campaigns of which the viewer is told the totals of all, though it does not see
	 * all pledges.
	 */
	public Set<UUID> shared(Viewer viewer, Collection<UUID> campaigns) {
		return this.transactions.read(viewer, () -> this.totals.shared(viewer, campaigns));
	}

	/** What came for each campaign, by the month in which it came. */
	Map<UUID, List<PledgeCash>> cash(Viewer viewer, Collection<UUID> campaigns, PledgeCash.Span span) {
		return this.transactions.read(viewer, () -> this.totals.cash(viewer, campaigns, span));
	}

	/** The sums of each body in one campaign; none where there is no such campaign. */
	Map<UUID, List<PledgeTotal>> ofBodies(Viewer viewer, Collection<UUID> bodies, NodeId campaign, PledgeScope scope,
			Question question) {
		UUID id = campaign.of(Campaign.PREFIX);
		return this.transactions.read(viewer, () -> this.campaigns.nodes(viewer, List.of(id)).containsKey(id)
				? this.totals.ofBodies(viewer, bodies, id, scope, question) : Map.of());
	}

}
