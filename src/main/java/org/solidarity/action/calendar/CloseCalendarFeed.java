package org.solidarity.action.calendar;

import org.solidarity.platform.NodeId;

/** Closing the address of a calendar feed, at once and for good. */
interface CloseCalendarFeed {

	record Input(NodeId id) {
	}

	record Payload(CalendarFeed feed) {
	}

}
