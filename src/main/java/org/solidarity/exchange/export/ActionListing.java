package org.solidarity.exchange.export;

import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.TURNOUT_OF_ACTIONS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.ActionScope;
import org.solidarity.action.Actions;
import org.solidarity.campaign.Campaign;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.tables.records.TurnoutOfActionsRecord;
import org.springframework.stereotype.Component;

/** The actions, and who answered and came as far as the viewer may know it. */
@Component
class ActionListing implements Listing {

	private final DSLContext sql;

	private final Actions actions;

	private final Bodies bodies;

	private final ExportLimits limits;

	ActionListing(DSLContext sql, Actions actions, Bodies bodies, ExportLimits limits) {
		this.sql = sql;
		this.actions = actions;
		this.bodies = bodies;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "actions";
	}

	@Override
	public List<String> headings() {
		return List.of("Action", "Title", "Kind", "Status", "Starts on", "City", "Region", "Country", "Host",
				"Accepted", "Tentative", "Declined", "Unanswered", "Waitlisted", "Checked in", "No shows",
				"Counted without names", "Counted as a whole", "Came in all");
	}

	@Override
	public void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to) {
		try (var rows = this.sql.select(ACTION.ID)
			.from(ACTION)
			.where(ActionScope.visibleTo(viewer), ACTION.CAMPAIGN_ID.eq(campaign.id()))
			.orderBy(ACTION.STARTS_AT, ACTION.ID)
			.fetchSize(this.limits.fetch())
			.fetchLazy()) {
			while (rows.hasNext()) {
				var ids = rows.fetchNext(this.limits.fetch()).getValues(ACTION.ID);
				var some = this.actions.nodes(viewer, ids);
				var hosts = this.bodies.nodes(viewer, some.values().stream().map(Action::hostId).distinct().toList());
				var turnouts = turnouts(ids);
				ids.stream()
					.map(some::get)
					.forEach(action -> to.accept(row(action, hosts.get(action.hostId()), turnouts.get(action.id()))));
			}
		}
	}

	/** What the database tells the viewer of each action as a whole. */
	private Map<UUID, TurnoutOfActionsRecord> turnouts(List<UUID> ids) {
		var counted = TURNOUT_OF_ACTIONS.call(ids.toArray(UUID[]::new));
		return this.sql.selectFrom(counted).where(counted.BODY_ID.isNull()).fetchMap(counted.ACTION_ID);
	}

	private static @Nullable Object[] row(Action action, @Nullable Body host, @Nullable TurnoutOfActionsRecord came) {
		var cells = new @Nullable Object[] { new NodeId(Action.PREFIX, action.id()), action.title(), action.kind(),
				action.status(), action.schedule().startDate(), action.place().city(), action.place().region(),
				action.place().country(), host == null ? null : host.name(), null, null, null, null, null, null, null,
				null, null, null };
		if (came != null) {
			var counts = new @Nullable Object[] { came.getAccepted(), came.getTentative(), came.getDeclined(),
					came.getUnanswered(), came.getWaitlisted(), came.getCheckedIn(), came.getNoShow(),
					came.getHeadcount(), came.getCrowd(), came.getTotal() };
			System.arraycopy(counts, 0, cells, cells.length - counts.length, counts.length);
		}
		return cells;
	}

}
