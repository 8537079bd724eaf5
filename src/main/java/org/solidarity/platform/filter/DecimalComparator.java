package org.solidarity.platform.filter;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a number is compared; what is null does not count, and all that is given must hold.
 */
public record DecimalComparator(@Nullable BigDecimal eq, @Nullable BigDecimal gte, @Nullable BigDecimal lt) {

	public Condition on(Field<BigDecimal> field) {
		return Conditions.all(Conditions.of(this.eq, field::eq), Conditions.of(this.gte, field::ge),
				Conditions.of(this.lt, field::lt));
	}

}
