package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.FulfilmentMethod;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Quantity;

/**
 * A row of a pledge's ledger: never changed, never removed.
 *
 * @param amount null where the act has none; negative only in an amendment
 * @param reversesId the row that it takes back, wholly or in part
 * @param countedFromId the row of another pledge, which counts toward this one, that it
 * repeats
 */
public record PledgeEntry(UUID id, UUID pledgeId, PledgeEntryKind kind, @Nullable Quantity amount,
		LocalDate effectiveOn, @Nullable String reason, @Nullable FulfilmentMethod method, @Nullable String reference,
		@Nullable UUID reversesId, @Nullable UUID countedFromId, Instant recordedAt) implements Node {

	public static final String PREFIX = "ple";

	public boolean rolledUp() {
		return this.countedFromId != null;
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

}
