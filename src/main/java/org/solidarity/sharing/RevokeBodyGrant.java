package org.solidarity.sharing;

import org.solidarity.platform.NodeId;

/** Ending a grant to a coordinator. */
interface RevokeBodyGrant {

	record Input(NodeId id) {
	}

	record Payload(BodyGrant bodyGrant) {
	}

}
