package org.solidarity.member.assessment;

import java.time.Instant;
import java.util.UUID;
import org.solidarity.platform.Node;

/**
 * Where a person stood in a campaign when it was recorded.
 *
 * @param rating 1 leader, 2 supporter, 3 undecided, 4 leaning against, 5 opposed
 */
record Assessment(UUID id, UUID campaignId, int rating, String basis, Instant recordedAt) implements Node {

	static final String PREFIX = "ase";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
