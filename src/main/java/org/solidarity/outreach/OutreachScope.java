package org.solidarity.outreach;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.solidarity.campaign.Campaigns;
import org.solidarity.member.PersonScope;
import org.solidarity.platform.Viewer;

/** Which rows about a body or a member in a campaign a viewer may see. */
public final class OutreachScope {

	private OutreachScope() {
	}

	/**
	 * Rows about a body are the campaign's: staff see them, coordinators those of their
	 * bodies. Rows about a member are person rows of the campaigns that the viewer may
	 * see. Auditors see all, partner groups and administrators none.
	 * @param controller of the member; null in all other rows
	 */
	public static Condition visibleTo(Viewer viewer, Field<UUID> campaign, Field<UUID> body, Field<UUID> controller) {
		Condition aboutBody = controller.isNull().and(Campaigns.workedOnBy(viewer, campaign, body));
		Condition aboutMember = controller.isNotNull()
			.and(PersonScope.visibleTo(viewer, controller))
			.and(Campaigns.visibleTo(viewer, campaign));
		return aboutBody.or(aboutMember);
	}

}
