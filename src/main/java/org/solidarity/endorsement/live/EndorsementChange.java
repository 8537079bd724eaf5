package org.solidarity.endorsement.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.stage.StageEvent;

/**
 * What became of a proceeding.
 *
 * @param proceeding as it is now
 * @param stageEvent what was recorded in its history; null where something else changed
 */
record EndorsementChange(String eventId, Instant occurredAt, Proceeding proceeding, @Nullable StageEvent stageEvent) {
}
