package org.solidarity.platform.page;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.RowN;
import org.jspecify.annotations.Nullable;

/**
 * A total order of rows: by some values, all in one direction, and last by id. None of
 * the fields may be null.
 *
 * @param name tells this order from every other; a cursor of one is refused by another
 */
public record Ordering(String name, Direction direction, Field<UUID> id, List<Field<?>> keys) {

	public static Ordering by(String name, Direction direction, Field<UUID> id, Field<?>... fields) {
		List<Field<?>> keys = new ArrayList<>(List.of(fields));
		keys.add(id);
		return new Ordering(name + direction, direction, id, List.copyOf(keys));
	}

	List<OrderField<?>> orderBy(boolean backward) {
		boolean ascending = (this.direction == Direction.ASC) != backward;
		List<OrderField<?>> fields = new ArrayList<>();
		this.keys.forEach(key -> fields.add(ascending ? key.asc() : key.desc()));
		return fields;
	}

	/** The rows behind the cursor in this order; all rows where there is none. */
	Condition after(@Nullable String cursor) {
		return beyond(cursor, this.direction == Direction.ASC, false);
	}

	/** The rows in front of the cursor in this order; all rows where there is none. */
	Condition before(@Nullable String cursor) {
		return beyond(cursor, this.direction == Direction.DESC, false);
	}

	/** The row of the cursor and those behind it. */
	Condition notBefore(@Nullable String cursor) {
		return beyond(cursor, this.direction == Direction.ASC, true);
	}

	/** The row of the cursor and those in front of it. */
	Condition notAfter(@Nullable String cursor) {
		return beyond(cursor, this.direction == Direction.DESC, true);
	}

	private Condition beyond(@Nullable String cursor, boolean greater, boolean orEqual) {
		if (cursor == null) {
			return noCondition();
		}
		RowN fields = row(this.keys.toArray(Field<?>[]::new));
		RowN values = row(Cursor.read(cursor, this));
		if (greater) {
			return orEqual ? fields.ge(values) : fields.gt(values);
		}
		return orEqual ? fields.le(values) : fields.lt(values);
	}

}
