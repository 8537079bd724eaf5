package org.solidarity.pledge.live;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;
import static org.solidarity.platform.jooq.Tables.PLEDGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.live.Event;
import org.solidarity.pledge.Pledges;
import org.springframework.stereotype.Repository;

/** What a viewer may be told of what happened in the ledger. */
@Repository
class LivePledges {

	private final DSLContext sql;

	private final Pledges pledges;

	private final Campaigns campaigns;

	LivePledges(DSLContext sql, Pledges pledges, Campaigns campaigns) {
		this.sql = sql;
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
		boolean all = isShared(viewer, topic);
		var seen = all ? Set.<UUID>of() : visible(viewer, events.stream().map(Event::subject).distinct().toList());
		return events.stream()
			.filter(event -> all || seen.contains(event.subject()))
			.collect(Collectors.toMap(Event::id, event -> new TotalsChange(event.occurredAt(), campaign)));
	}

	private boolean isShared(Viewer viewer, UUID campaign) {
		return viewer.is(Role.PARTNER) && this.sql.fetchExists(selectOne().from(CAMPAIGN_SHARE)
			.where(CAMPAIGN_SHARE.GROUP_ID.eq(viewer.group()), CAMPAIGN_SHARE.CAMPAIGN_ID.eq(campaign),
					CAMPAIGN_SHARE.PLEDGE_TOTALS.isTrue(), CAMPAIGN_SHARE.REVOKED_AT.isNull()));
	}

	private Set<UUID> visible(Viewer viewer, Collection<UUID> pledges) {
		return this.sql.select(PLEDGE.ID)
			.from(PLEDGE)
			.where(Pledges.visibleTo(viewer, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.PERSON_ID.isNotNull()),
					PLEDGE.ID.eq(any(pledges.toArray(UUID[]::new))))
			.fetchSet(PLEDGE.ID);
	}

}
