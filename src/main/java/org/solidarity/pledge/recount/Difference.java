package org.solidarity.pledge.recount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.PledgeType;

/**
 * A kept number that is another than the ledger says: a defect.
 *
 * @param kept which number
 * @param difference how much more it is than the ledger says; null where it is no amount
 */
record Difference(UUID campaignId, String kept, @Nullable UUID pledgeId, @Nullable UUID bodyId, PledgeType type,
		@Nullable String currency, @Nullable LocalDate day, @Nullable BigDecimal difference) {
}
