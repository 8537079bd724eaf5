package org.solidarity.platform.filter;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a day is compared; what is null does not count, and all that is given must hold.
 */
public record DateComparator(@Nullable LocalDate eq, @Nullable LocalDate gte, @Nullable LocalDate lt,
		@Nullable Boolean isNull) {

	public Condition on(Field<LocalDate> field) {
		return Conditions.all(Conditions.of(this.eq, field::eq), Conditions.of(this.gte, field::ge),
				Conditions.of(this.lt, field::lt), Conditions.isNull(this.isNull, field));
	}

}
