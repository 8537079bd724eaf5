package org.solidarity.endorsement.pipeline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that a campaign asks, with what is known of its answer on a day.
 *
 * @param proceedingId the proceeding that says where the body stands
 * @param submitted whether any of its proceedings was brought in
 * @param comingOn the first deadline or meeting to come
 */
record PipelineEntry(UUID targetId, UUID campaignId, UUID bodyId, LocalDate day, @Nullable UUID proceedingId,
		boolean submitted, boolean overdue, @Nullable LocalDate comingOn) {
}
