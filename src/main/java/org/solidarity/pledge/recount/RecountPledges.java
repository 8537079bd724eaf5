package org.solidarity.pledge.recount;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;

/** Comparing every kept number with the ledger. */
interface RecountPledges {

	record Input(@Nullable NodeId campaignId) {
	}

	record Payload(int campaigns, int found, List<Difference> differences) {
	}

}
