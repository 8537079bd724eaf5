package org.solidarity.sharing;

import java.util.List;
import org.solidarity.platform.NodeId;

/** Letting a partner group speak for bodies. */
public interface GrantPartnerBodies {

	record Input(NodeId groupId, List<NodeId> bodyIds) {
	}

	record Payload(List<PartnerBodyGrant> partnerBodyGrants) {
	}

}
