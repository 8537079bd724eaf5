package org.solidarity.endorsement.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries, in which order.
 *
 * @param day the day that it is in the campaign: campaigns where it is the same day are
 * asked about together
 */
record PipelineArguments(LocalDate day, @Nullable PipelineFilter filter, @Nullable PipelineOrder order) {
}
