package org.solidarity.action;

import org.solidarity.platform.NodeId;

/** Recording that an action takes place. */
interface ConfirmAction {

	record Input(NodeId id, int expectedVersion) {
	}

	record Payload(Action action) {
	}

}
