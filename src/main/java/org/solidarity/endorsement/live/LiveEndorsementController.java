package org.solidarity.endorsement.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.stage.Acts;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.live.Event;
import org.solidarity.platform.live.Live;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveEndorsementController {

	private final Campaigns campaigns;

	private final Proceedings proceedings;

	private final Acts acts;

	LiveEndorsementController(Campaigns campaigns, Proceedings proceedings, Acts acts) {
		this.campaigns = campaigns;
		this.proceedings = proceedings;
		this.acts = acts;
	}

	@SubscriptionMapping
	Live<EndorsementChange> endorsementChanged(Viewer viewer, @Argument NodeId campaignId,
			@Argument @Nullable NodeId after) {
		return Live.each("endorsementChanged", this.campaigns.listenTo(viewer, campaignId).id(), after, this::changes);
	}

	/** Two statements, however many the events are. */
	private Map<UUID, EndorsementChange> changes(Viewer viewer, List<Event> events) {
		var proceedings = this.proceedings.nodes(viewer, events.stream().map(Event::subject).distinct().toList());
		var recorded = this.acts.nodes(viewer, events.stream().map(Event::part).filter(Objects::nonNull).toList());
		Map<UUID, EndorsementChange> changes = new HashMap<>();
		events.stream()
			.filter(event -> proceedings.containsKey(event.subject()))
			.forEach(event -> changes.put(event.id(), new EndorsementChange(event.eventId(), event.occurredAt(),
					proceedings.get(event.subject()), event.part() == null ? null : recorded.get(event.part()))));
		return changes;
	}

}
