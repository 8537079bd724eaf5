package org.solidarity.endorsement.attachment;

import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Taking back an attachment that should not be there. */
interface RetractAttachment {

	record Input(NodeId id, String reason) {

		void check() {
			new Checks().text(this.reason, 5000, "input", "reason").done();
		}

	}

	record Payload(Attachment attachment) {
	}

}
