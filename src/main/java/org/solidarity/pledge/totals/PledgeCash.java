package org.solidarity.pledge.totals;

import java.time.LocalDate;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.Quantity;

/**
 * What came in a month, whenever it was pledged.
 *
 * @param month its first day
 */
record PledgeCash(LocalDate month, PledgeType type, Quantity came) {

	/**
	 * @param until the first day after it
	 * @param known as of when
	 */
	record Span(LocalDate from, LocalDate until, Moment known) {
	}

}
