package org.solidarity.action.petition;

import org.solidarity.action.Action;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording that a batch of signatures does not count. */
interface VoidSignatures {

	record Input(NodeId id, String reason) {

		void check() {
			new Checks().text(this.reason, 1_000, "input", "reason").done();
		}

	}

	record Payload(SignatureBatch batch, Action action) {
	}

}
