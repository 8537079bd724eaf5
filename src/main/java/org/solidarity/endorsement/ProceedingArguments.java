package org.solidarity.endorsement;

import org.jspecify.annotations.Nullable;

/** Which proceedings of a campaign or a body, in which order. */
record ProceedingArguments(@Nullable ProceedingFilter filter, @Nullable ProceedingOrder order) {
}
