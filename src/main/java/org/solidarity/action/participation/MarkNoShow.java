package org.solidarity.action.participation;

import org.solidarity.platform.NodeId;

/** Recording that someone who was expected did not come. */
interface MarkNoShow {

	record Input(NodeId id, int expectedVersion) {
	}

	record Payload(Participation participation) {
	}

}
