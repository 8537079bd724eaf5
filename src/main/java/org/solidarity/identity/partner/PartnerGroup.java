package org.solidarity.identity.partner;

import java.time.Instant;
import java.util.UUID;
import org.solidarity.platform.Node;

/** An organization outside that may query what was shared with it. */
public record PartnerGroup(UUID id, String name, Instant createdAt, int version) implements Node {

	public static final String PREFIX = "grp";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
