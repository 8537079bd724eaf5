package org.solidarity.campaign.target;

import org.jspecify.annotations.Nullable;

/** Which targets of a campaign, in which order. */
record TargetArguments(@Nullable TargetFilter filter, @Nullable TargetOrder order) {
}
