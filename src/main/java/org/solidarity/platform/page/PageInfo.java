package org.solidarity.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * Where a page lies among all there is; both flags are true statements, whichever way the
 * page was asked for.
 */
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
		@Nullable String endCursor) {
}
