package org.solidarity.outreach.reminder;

import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReminderController {

	private final Reminders reminders;

	ReminderController(Reminders reminders) {
		this.reminders = reminders;
	}

	@MutationMapping
	CreateMeetingReminders.Payload createMeetingReminders(Viewer viewer, @Argument CreateMeetingReminders.Input input) {
		return this.reminders.create(viewer, input);
	}

}
