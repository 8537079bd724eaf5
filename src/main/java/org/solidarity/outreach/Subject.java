package org.solidarity.outreach;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
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

	/** The rows about the same body, or about the same member. */
	public Condition is(Field<UUID> body, Field<UUID> member) {
		return this.memberId != null ? member.eq(this.memberId) : body.eq(this.bodyId);
	}

}
