package org.solidarity.sharing;

import org.solidarity.platform.NodeId;

/** Ending a grant to a partner group. */
interface RevokePartnerBodyGrant {

	record Input(NodeId id) {
	}

	record Payload(PartnerBodyGrant partnerBodyGrant) {
	}

}
