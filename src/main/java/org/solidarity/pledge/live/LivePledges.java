package org.solidarity.pledge.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.live.Event;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.totals.Totals;
import org.springframework.stereotype.Component;

/** What a viewer may be told of what happened in the ledger. */
@Component
class LivePledges {

	private final Totals totals;

	private final Pledges pledges;

	private final Campaigns campaigns;

	LivePledges(Totals totals, Pledges pledges, Campaigns campaigns) {
		this.totals = totals;
		this.pledges = pledges;
		this.campaigns = campaigns;
	}

	/** Those whose pledge the viewer may see. */
	Map<UUID, RecordedPledge> recorded(Viewer viewer, List<Event> events) {
		var seen = this.pledges.nodes(viewer, events.stream().map(Event::subject).toList());
		return events.stream()
			.filter(event -> seen.containsKey(event.subject()))
			.collect(Collectors.toMap(Event::id,
					event -> new RecordedPledge(event.eventId(), event.occurredAt(), seen.get(event.subject()))));
	}

	/**
	 * Those that change a total which the viewer may see: of pledges that they see one by
	 * one, or where the campaign's totals were shared with their group, of all.
	 */
	Map<UUID, TotalsChange> changed(Viewer viewer, List<Event> events) {
		UUID topic = events.getFirst().topic();
		Campaign campaign = this.campaigns.nodes(viewer, List.of(topic)).get(topic);
		if (campaign == null) {
			return Map.of();
		}
		boolean all = !this.totals.shared(viewer, List.of(topic)).isEmpty();
		var seen = all ? Set.<UUID>of()
				: this.pledges.nodes(viewer, events.stream().map(Event::subject).distinct().toList()).keySet();
		return events.stream()
			.filter(event -> all || seen.contains(event.subject()))
			.collect(Collectors.toMap(Event::id, event -> new TotalsChange(event.occurredAt(), campaign)));
	}

}
