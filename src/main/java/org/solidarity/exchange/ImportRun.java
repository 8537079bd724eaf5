package org.solidarity.exchange;

import java.util.UUID;

/**
 * An import of one content, as far as it got.
 *
 * @param reportBytes how much of the report belongs to these rows
 */
record ImportRun(UUID id, long rowsDone, long reportBytes) {
}
