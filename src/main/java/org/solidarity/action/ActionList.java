package org.solidarity.action;

import org.jspecify.annotations.Nullable;

/** What a list of actions is asked for. */
public record ActionList(@Nullable ActionFilter filter, @Nullable ActionOrder order) {
}
