package org.solidarity.platform.filter;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a moment is compared; what is null does not count, and all that is given must hold.
 */
public record InstantComparator(@Nullable Instant gte, @Nullable Instant lt) {

	public Condition on(Field<Instant> field) {
		return Conditions.all(Conditions.of(this.gte, field::ge), Conditions.of(this.lt, field::lt));
	}

}
