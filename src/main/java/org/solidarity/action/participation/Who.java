package org.solidarity.action.participation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part.
 *
 * @param controllerId whose record it is
 * @param personId null for someone without a name
 * @param bodyId on behalf of whom
 */
record Who(UUID controllerId, @Nullable UUID personId, UUID bodyId) {
}
