package org.solidarity.endorsement.publication;

import java.util.UUID;
import org.solidarity.platform.Node;

/**
 * The list of who endorses a campaign that anyone may read.
 *
 * @param slug where it stands, below /public/endorsers/
 * @param open whether anyone may read it now
 */
record EndorserList(UUID id, UUID campaignId, String slug, String title, boolean open, int version) implements Node {

	static final String PREFIX = "enl";

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** The address of the page, on this server. */
	String path() {
		return "/public/endorsers/" + this.slug;
	}

}
