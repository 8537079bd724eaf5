package org.solidarity.outreach.task;

import org.jspecify.annotations.Nullable;

/** What a list of tasks is asked for. */
record TaskList(@Nullable TaskFilter filter, @Nullable TaskOrder order) {
}
