package org.solidarity.action;

import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording that an action does not take place. */
interface CancelAction {

	record Input(NodeId id, int expectedVersion, String reason) {

		void check() {
			new Checks().text(this.reason, 1_000, "input", "reason").done();
		}

	}

	record Payload(Action action) {
	}

}
