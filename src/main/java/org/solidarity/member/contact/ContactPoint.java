package org.solidarity.member.contact;

import java.time.Instant;
import java.util.UUID;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.ContactKind;
import org.solidarity.platform.jooq.enums.ContactStatus;

/**
 * One way to reach a person.
 *
 * @param value an e-mail address, a phone number in E.164, or an address as it is written
 * on an envelope
 */
record ContactPoint(UUID id, UUID personId, ContactKind kind, String value, ContactStatus status,
		Instant recordedAt) implements Node {

	static final String PREFIX = "con";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
