package org.solidarity.action;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Visibility;

/** Which actions a viewer may see, and in whose name it may record. */
public final class ActionScope {

	private ActionScope() {
	}

	/**
	 * Whoever works on a campaign sees all its actions: a body turns out for another's
	 * rally. A partner group sees those that are not internal where the campaign's
	 * actions were shared with it, and among them what its own bodies host.
	 */
	public static Condition visibleTo(Viewer viewer) {
		Condition campaign = Campaigns.visibleTo(viewer, ACTION.CAMPAIGN_ID);
		return switch (viewer.role()) {
			case SYSTEM, AUDITOR, STAFF, COORDINATOR -> campaign;
			case PARTNER -> campaign
				.and(ACTION.CAMPAIGN_ID.in(select(CAMPAIGN_SHARE.CAMPAIGN_ID).from(CAMPAIGN_SHARE)
					.where(CAMPAIGN_SHARE.GROUP_ID.eq(viewer.group()), CAMPAIGN_SHARE.REVOKED_AT.isNull(),
							CAMPAIGN_SHARE.ACTIONS.isTrue())))
				.and(ACTION.VISIBILITY.ne(Visibility.INTERNAL)
					.or(Conditions.among(ACTION.HOST_ID, Routines.bodiesOfGroup(viewer.group()))));
			case ADMINISTRATOR -> falseCondition();
		};
	}

	/**
	 * The bodies in whose name the viewer records at the actions that it sees: staff for
	 * any, a coordinator for those worked for.
	 */
	public static Condition recordsFor(Viewer viewer, Field<UUID> body) {
		return switch (viewer.role()) {
			case SYSTEM, STAFF -> noCondition();
			case COORDINATOR -> Conditions.among(body, Routines.bodiesOfAccount(viewer.id()));
			case AUDITOR, ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

}
