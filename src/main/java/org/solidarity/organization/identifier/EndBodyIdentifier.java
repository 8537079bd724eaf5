package org.solidarity.organization.identifier;

import java.time.LocalDate;
import org.solidarity.platform.NodeId;

/** Saying that an identifier no longer holds. */
interface EndBodyIdentifier {

	record Input(NodeId id, LocalDate until) {
	}

	record Payload(BodyIdentifier identifier) {
	}

}
