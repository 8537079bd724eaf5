package org.solidarity.endorsement.forwarding;

import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.OpenProceeding;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.Visibility;

/** Recording that the receiving body took the text up. */
interface ForwardingResult {

	/** In a proceeding that is opened for it. */
	record Open(@Nullable String idempotencyKey, NodeId forwardingId, @Nullable String identifier,
			@Nullable Visibility visibility) {

		/** The opening of it at that body, with the text that was sent. */
		OpenProceeding.Input opening(Proceeding of, NodeId body) {
			return new OpenProceeding.Input(null, new NodeId(Campaign.PREFIX, of.campaignId()), body,
					of.resolutionId() == null ? null : new NodeId(Resolution.PREFIX, of.resolutionId()),
					this.identifier, null, this.visibility);
		}

	}

	/** In a proceeding that there is. */
	record Link(NodeId forwardingId, NodeId proceedingId) {
	}

	record Payload(Forwarding forwarding, Proceeding proceeding) {
	}

}
