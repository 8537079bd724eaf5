package org.solidarity.outreach;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction or a task is about: a body, a member, or neither.
 *
 * @param controllerId the body that controls the record of the member
 */
public record Subject(@Nullable UUID bodyId, @Nullable UUID controllerId, @Nullable UUID memberId) {

	public boolean isNothing() {
		return this.bodyId == null && this.memberId == null;
	}

}
