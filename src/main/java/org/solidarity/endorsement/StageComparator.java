package org.solidarity.endorsement;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * How a stage is compared; what is null does not count, and all that is given must hold.
 */
public record StageComparator(@Nullable Stage eq, @Nullable List<Stage> in, @Nullable Boolean isNull) {

	public Condition on(Field<Stage> stage) {
		return Conditions.all(Conditions.of(this.eq, stage::eq), Conditions.of(this.in, stage::in),
				Conditions.isNull(this.isNull, stage));
	}

}
