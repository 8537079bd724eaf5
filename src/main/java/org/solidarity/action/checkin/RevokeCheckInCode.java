package org.solidarity.action.checkin;

import org.solidarity.platform.NodeId;

/** Ending a code for check-ins, at once and for good. */
interface RevokeCheckInCode {

	record Input(NodeId id) {
	}

	record Payload(CheckInCode checkInCode) {
	}

}
