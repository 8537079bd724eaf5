package org.solidarity.platform.filter;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How a field of few values is compared; what is null does not count. */
public record EnumComparator<E>(@Nullable E eq, @Nullable List<E> in) {

	public Condition on(Field<E> field) {
		return Conditions.all(Conditions.of(this.eq, field::eq), Conditions.of(this.in, field::in));
	}

}
