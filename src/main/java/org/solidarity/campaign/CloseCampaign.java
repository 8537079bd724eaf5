package org.solidarity.campaign;

import org.solidarity.platform.NodeId;

/** Ending a campaign, and taking it up again. */
interface CloseCampaign {

	record Input(NodeId id, int expectedVersion) {
	}

	record Payload(Campaign campaign) {
	}

}
