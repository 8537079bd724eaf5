package org.solidarity.pledge.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A receipt for a fulfilment: never changed.
 *
 * @param replacesId the receipt that was wrong
 */
record PledgeReceipt(UUID id, UUID entryId, String number, String payee, String purpose, LocalDate issuedOn,
		@Nullable UUID replacesId, Instant recordedAt) implements Node {

	static final String PREFIX = "rcp";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
