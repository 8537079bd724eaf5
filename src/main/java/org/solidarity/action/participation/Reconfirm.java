package org.solidarity.action.participation;

import org.solidarity.platform.NodeId;

/** Recording that someone who accepted said so again. */
interface Reconfirm {

	record Input(NodeId id, int expectedVersion) {
	}

	record Payload(Participation participation) {
	}

}
