package org.solidarity.pledge.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.UserError;
import org.solidarity.pledge.Pledge;

/**
 * What came of a row.
 *
 * @param row its place, from 0
 * @param pledge null where nothing was recorded
 */
public record BulkPledgeResult(int row, String idempotencyKey, @Nullable Pledge pledge, List<UserError> errors) {
}
