package org.solidarity.action.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CalendarFeedController {

	private final CalendarFeeds feeds;

	private final Campaigns campaigns;

	CalendarFeedController(CalendarFeeds feeds, Campaigns campaigns) {
		this.feeds = feeds;
		this.campaigns = campaigns;
	}

	@QueryMapping
	List<CalendarFeed> calendarFeeds(Viewer viewer) {
		return this.feeds.open(viewer);
	}

	@BatchMapping
	Map<CalendarFeed, Campaign> campaign(List<CalendarFeed> feeds, @ContextValue Viewer viewer) {
		var found = this.campaigns.nodes(viewer,
				feeds.stream().map(CalendarFeed::campaignId).filter(Objects::nonNull).distinct().toList());
		Map<CalendarFeed, Campaign> of = new HashMap<>();
		feeds.forEach(feed -> {
			if (found.containsKey(feed.campaignId())) {
				of.put(feed, found.get(feed.campaignId()));
			}
		});
		return of;
	}

	@MutationMapping
	OpenCalendarFeed.Payload openCalendarFeed(Viewer viewer, @Argument OpenCalendarFeed.Input input) {
		return this.feeds.open(viewer, input);
	}

	@MutationMapping
	CloseCalendarFeed.Payload closeCalendarFeed(Viewer viewer, @Argument CloseCalendarFeed.Input input) {
		return new CloseCalendarFeed.Payload(this.feeds.close(viewer, input.id()));
	}

}
