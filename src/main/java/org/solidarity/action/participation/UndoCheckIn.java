package org.solidarity.action.participation;

import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording that a check-in was wrong. */
interface UndoCheckIn {

	record Input(String idempotencyKey, NodeId id, int expectedVersion, String reason) {

		void check() {
			new Checks().text(this.reason, 1_000, "input", "reason").done();
		}

	}

	record Payload(Participation participation) {
	}

}
