package org.solidarity.outreach.reminder;

import java.time.Clock;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/** Sees to it that no meeting of a target comes unnoticed. */
@Service
class Reminders {

	private final ReminderRepository reminders;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Clock clock;

	Reminders(ReminderRepository reminders, Campaigns campaigns, Transactions transactions, Clock clock) {
		this.reminders = reminders;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * A task for each meeting of a target that is near and has none yet.
	 * @throws Invalid where the input cannot stand
	 */
	CreateMeetingReminders.Payload create(Viewer viewer, CreateMeetingReminders.Input input) {
		viewer.require(Permission.RECORD_OUTREACH);
		input.check();
		return this.transactions.write(viewer, () -> {
			Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
			return new CreateMeetingReminders.Payload(campaign, this.reminders.insert(viewer, campaign.id(),
					campaign.today(this.clock), input.withinDays(), input.daysBefore()));
		});
	}

}
