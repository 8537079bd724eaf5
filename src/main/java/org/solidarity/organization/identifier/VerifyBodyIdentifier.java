package org.solidarity.organization.identifier;

import org.solidarity.platform.NodeId;

/** Saying that an identifier was checked at its source. */
interface VerifyBodyIdentifier {

	record Input(NodeId id) {
	}

	record Payload(BodyIdentifier identifier) {
	}

}
