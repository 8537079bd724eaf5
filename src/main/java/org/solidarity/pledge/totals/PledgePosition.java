package org.solidarity.pledge.totals;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.PledgeState;
import org.solidarity.platform.jooq.enums.PledgeStatus;

/**
 * Where a pledge stands at the end of a day.
 *
 * @param status null where it is not in force
 */
public record PledgePosition(PledgeState state, @Nullable PledgeStatus status, PledgeAmounts amounts) {
}
