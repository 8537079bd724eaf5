package org.solidarity.organization.meeting;

import org.solidarity.platform.NodeId;

/** Saying that a meeting will not be held. */
interface CancelMeeting {

	record Input(NodeId id, int expectedVersion) {
	}

	record Payload(Meeting meeting) {
	}

}
