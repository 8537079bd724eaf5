package org.solidarity.campaign.access;

import org.solidarity.campaign.Campaign;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Letting people and partner groups into a campaign, and out of it. */
interface GrantAccess {

	record Person(NodeId campaignId, NodeId accountId) {
	}

	record Share(NodeId campaignId, NodeId groupId, boolean endorsements, boolean pledgeTotals, boolean actions) {

		void check() {
			new Checks().that(this.endorsements || this.pledgeTotals || this.actions, UserError.Code.REQUIRED,
					"nothing is shared; set endorsements, pledgeTotals or actions, or use unshareCampaign.", "input")
				.done();
		}

	}

	record Group(NodeId campaignId, NodeId groupId) {
	}

	record Payload(Campaign campaign) {
	}

}
