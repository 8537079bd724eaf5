package org.solidarity.platform.filter;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/** Conditions over dated rows: the first day belongs to a period, the last does not. */
public final class Periods {

	private Periods() {
	}

	/** That a period holds on the day; a bound that is null lies beyond all days. */
	public static Condition holds(Field<LocalDate> from, Field<LocalDate> to, LocalDate day) {
		return from.isNull().or(from.le(day)).and(to.isNull().or(to.gt(day)));
	}

}
