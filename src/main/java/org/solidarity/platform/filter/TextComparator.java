package org.solidarity.platform.filter;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a text field is compared; what is null does not count, and all that is given must
 * hold.
 */
public record TextComparator(@Nullable String eq, @Nullable List<String> in, @Nullable String contains,
		@Nullable String startsWith, @Nullable Boolean isNull) {

	public Condition on(Field<String> field) {
		return Conditions.all(Conditions.of(this.eq, field::eq), Conditions.of(this.in, field::in),
				Conditions.of(this.contains, field::containsIgnoreCase),
				Conditions.of(this.startsWith, field::startsWithIgnoreCase), Conditions.isNull(this.isNull, field));
	}

}
