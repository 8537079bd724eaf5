package org.solidarity.outreach.interaction;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.solidarity.platform.jooq.Tables.CURRENT_INTERACTION;

import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Record;
import org.solidarity.campaign.Campaign;
import org.solidarity.member.Member;
import org.solidarity.organization.Body;
import org.solidarity.outreach.OutreachScope;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.tables.CurrentInteraction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;

/** Which interactions are visible and match a filter, and how their rows are read. */
final class InteractionRows {

	private static final CurrentInteraction NOW = CURRENT_INTERACTION;

	private InteractionRows() {
	}

	static Condition visibleTo(Viewer viewer) {
		return OutreachScope.visibleTo(viewer, NOW.CAMPAIGN_ID, NOW.BODY_ID, NOW.CONTROLLER_ID);
	}

	static PageQuery<Interaction> query(Viewer viewer, InteractionList list) {
		Condition where = visibleTo(viewer).and(list.withRetracted() ? noCondition() : NOW.RETRACTED.isFalse())
			.and(Conditions.of(list.filter(), filter -> matching(viewer, filter)));
		InteractionOrder order = list.order() != null ? list.order() : InteractionOrder.DEFAULT;
		var ordering = switch (order.field()) {
			case AT -> Ordering.by("interaction.at", order.direction(), NOW.ID, NOW.AT);
			case RECORDED_AT -> Ordering.by("interaction.recorded", order.direction(), NOW.ID, NOW.RECORDED_AT);
		};
		return new PageQuery<>(List.of(NOW.asterisk()), NOW, where, ordering, InteractionRows::interaction);
	}

	private static Condition matching(Viewer viewer, InteractionFilter filter) {
		Function<InteractionFilter, Condition> inner = each -> matching(viewer, each);
		return Conditions.tree(filter.and(), filter.or(), filter.not(), inner,
				Conditions.all(Conditions.of(filter.campaignId(), id -> NOW.CAMPAIGN_ID.eq(id.of(Campaign.PREFIX))),
						Conditions.of(filter.bodyId(), id -> NOW.BODY_ID.eq(id.of(Body.PREFIX))),
						Conditions.of(filter.memberId(), id -> NOW.PERSON_ID.eq(id.of(Member.PREFIX))),
						Conditions.of(filter.channel(), channel -> channel.on(NOW.CHANNEL)),
						Conditions.of(filter.direction(), NOW.DIRECTION::eq),
						Conditions.of(filter.outcome(), outcome -> outcome.on(NOW.OUTCOME)),
						Conditions.of(filter.reached(), NOW.REACHED::eq),
						Conditions.of(filter.at(), at -> at.on(NOW.AT)),
						Conditions.of(filter.by(), by -> by.on(viewer, NOW.BY_ID)),
						Conditions.of(filter.callBackAfter(), after -> after.on(NOW.CALL_BACK_AFTER)),
						Conditions.of(filter.actionOpen(), InteractionRows::actionOpen)));
	}

	private static Condition actionOpen(boolean open) {
		Condition is = NOW.ACTION_NEEDED.isNotNull().and(NOW.ACTION_TAKEN.isNull());
		return open ? is : not(is);
	}

	/** The rows of the table have the names of the view's. */
	static Interaction interaction(Record row) {
		return new Interaction(row.get(NOW.ID), row.get(NOW.VERSION), row.get(NOW.CAMPAIGN_ID), row.get(NOW.BODY_ID),
				row.get(NOW.CONTROLLER_ID), row.get(NOW.PERSON_ID), row.get(NOW.CHANNEL), row.get(NOW.DIRECTION),
				row.get(NOW.AT), row.get(NOW.BY_ID), row.get(NOW.OUTCOME), row.get(NOW.REACHED),
				row.get(NOW.CALL_BACK_AFTER), row.get(NOW.NOTES), row.get(NOW.ACTION_NEEDED), row.get(NOW.ACTION_TAKEN),
				row.get(NOW.RETRACTED), row.get(NOW.CORRECTION_REASON), row.get(NOW.RECORDED_AT),
				row.get(NOW.RECORDED_BY));
	}

}
