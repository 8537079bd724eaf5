package org.solidarity.action.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.SignatureMedium;

/**
 * Signatures that a body collected, as many as it handed in at once.
 *
 * @param sheets of paper; null where nobody counted them
 * @param voidBecause why it does not count; null where it does
 */
record SignatureBatch(UUID id, UUID actionId, UUID bodyId, SignatureMedium medium, int signatures,
		@Nullable Integer sheets, LocalDate collectedOn, @Nullable String source, @Nullable String voidBecause,
		Instant recordedAt) implements Node {

	static final String PREFIX = "sig";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
