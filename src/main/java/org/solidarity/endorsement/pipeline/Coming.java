package org.solidarity.endorsement.pipeline;

import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.BODY_MEETING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The window to move a body: its first resolution deadline or meeting to come. */
final class Coming {

	private static final Name TABLE = name("coming");

	static final Field<UUID> BODY_ID = DSL.field(TABLE.append("body_id"), SQLDataType.UUID);

	/** Null, or rather no row, where none is known. */
	static final Field<LocalDate> ON = DSL.field(TABLE.append("coming_on"), SQLDataType.LOCALDATE);

	private Coming() {
	}

	/**
	 * One row for each body that has one, from the day on; cancelled meetings do not
	 * count.
	 */
	static Table<?> from(LocalDate day) {
		return select(BODY_MEETING.BODY_ID, first(day).as("coming_on")).from(BODY_MEETING)
			.where(BODY_MEETING.CANCELLED.isFalse(), BODY_MEETING.DATE.ge(day))
			.groupBy(BODY_MEETING.BODY_ID)
			.asTable(TABLE);
	}

	/** The same for the body of a row alone. */
	static Field<LocalDate> of(Field<UUID> body, LocalDate day) {
		return DSL.field(select(first(day)).from(BODY_MEETING)
			.where(BODY_MEETING.BODY_ID.eq(body), BODY_MEETING.CANCELLED.isFalse(), BODY_MEETING.DATE.ge(day)));
	}

	private static AggregateFunction<LocalDate> first(LocalDate day) {
		return min(least(BODY_MEETING.DATE,
				when(BODY_MEETING.RESOLUTION_DEADLINE.ge(day), BODY_MEETING.RESOLUTION_DEADLINE)));
	}

}
