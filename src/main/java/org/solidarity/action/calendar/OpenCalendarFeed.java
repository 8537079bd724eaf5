package org.solidarity.action.calendar;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;

/** Opening an address at which a calendar program reads. */
interface OpenCalendarFeed {

	record Input(String idempotencyKey, @Nullable NodeId campaignId) {
	}

	/**
	 * @param path told this once; null where the key was used before
	 */
	record Payload(CalendarFeed feed, @Nullable String path) {

		/** Without the path, which must not reach a log. */
		@Override
		public String toString() {
			return "OpenCalendarFeed[" + this.feed + "]";
		}

	}

}
