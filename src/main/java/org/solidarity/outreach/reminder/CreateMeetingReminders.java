package org.solidarity.outreach.reminder;

import org.solidarity.campaign.Campaign;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Making a task for each meeting that is near. */
interface CreateMeetingReminders {

	record Input(NodeId campaignId, int withinDays, int daysBefore) {

		void check() {
			new Checks()
				.that(this.withinDays >= 0 && this.withinDays <= 366, UserError.Code.OUT_OF_RANGE,
						"withinDays is " + this.withinDays + "; allowed are 0 to 366.", "input", "withinDays")
				.that(this.daysBefore >= 0 && this.daysBefore <= 90, UserError.Code.OUT_OF_RANGE,
						"daysBefore is " + this.daysBefore + "; allowed are 0 to 90.", "input", "daysBefore")
				.done();
		}

	}

	record Payload(Campaign campaign, int created) {
	}

}
