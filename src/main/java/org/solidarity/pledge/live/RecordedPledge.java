package org.solidarity.pledge.live;

import java.time.Instant;
import org.solidarity.pledge.Pledge;

/**
 * That a pledge was recorded.
 *
 * @param pledge as it is now
 */
record RecordedPledge(String eventId, Instant occurredAt, Pledge pledge) {
}
