package org.solidarity.action.calendar;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.ActionFilter;
import org.solidarity.action.ActionList;
import org.solidarity.action.Actions;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/**
 * The actions that the viewer may see as calendars: those that started 90 days ago at the
 * most, the earliest first, and at most 2,000 of them.
 */
@Service
class Calendars {

	private static final Duration BACK = Duration.ofDays(90);

	private static final int MOST = 2_000;

	private final Actions actions;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Clock clock;

	Calendars(Actions actions, Campaigns campaigns, Transactions transactions, Clock clock) {
		this.actions = actions;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** A calendar of this one action; empty where the viewer sees none with this id. */
	Optional<String> ofAction(Viewer viewer, UUID action) {
		return Optional.ofNullable(this.actions.nodes(viewer, List.of(action)).get(action))
			.map(found -> ICalendar.of(found.title(), List.of(found)));
	}

	/**
	 * A calendar of the campaign, or of all; empty where the viewer does not see the
	 * campaign.
	 */
	Optional<String> of(Viewer viewer, @Nullable UUID campaign) {
		return this.transactions.read(viewer,
				() -> name(viewer, campaign).map(name -> ICalendar.of(name, find(viewer, campaign))));
	}

	/**
	 * What an address with a secret gives: the same, but of a place that is not public
	 * only the region, because the address may lie with a stranger.
	 */
	Optional<String> of(CalendarFeeds.Reader reader) {
		return this.transactions.read(reader.viewer(),
				() -> name(reader.viewer(), reader.campaignId()).map(name -> ICalendar.of(name,
						find(reader.viewer(), reader.campaignId()).stream().map(Action::discreet).toList())));
	}

	private Optional<String> name(Viewer viewer, @Nullable UUID campaign) {
		return campaign == null ? Optional.of("Actions")
				: Optional.ofNullable(this.campaigns.nodes(viewer, List.of(campaign)).get(campaign))
					.map(Campaign::name);
	}

	private List<Action> find(Viewer viewer, @Nullable UUID campaign) {
		var page = PageRequest.first(MOST);
		var list = new ActionList(ActionFilter.startingFrom(this.clock.instant().minus(BACK)), null);
		return campaign == null ? this.actions.list(viewer, page, list).nodes()
				: this.actions.ofCampaigns(viewer, List.of(campaign), page, list).get(campaign).nodes();
	}

}
