package org.solidarity.outreach.interaction;

import org.jspecify.annotations.Nullable;

/**
 * What a list of interactions is asked for.
 *
 * @param withRetracted whether those that were retracted come too
 */
record InteractionList(@Nullable InteractionFilter filter, @Nullable InteractionOrder order, boolean withRetracted) {
}
