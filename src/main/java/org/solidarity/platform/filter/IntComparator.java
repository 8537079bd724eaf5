package org.solidarity.platform.filter;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a whole number is compared; what is null does not count, and all that is given must
 * hold.
 */
public record IntComparator(@Nullable Integer eq, @Nullable List<Integer> in, @Nullable Integer gte,
		@Nullable Integer lt) {

	public Condition on(Field<Integer> field) {
		return Conditions.all(Conditions.of(this.eq, field::eq), Conditions.of(this.in, field::in),
				Conditions.of(this.gte, field::ge), Conditions.of(this.lt, field::lt));
	}

}
