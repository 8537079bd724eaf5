package org.solidarity.pledge.totals;

import static org.jooq.impl.DSL.sum;
import static org.solidarity.pledge.totals.Pieces.PIECE;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** What pieces add up to. */
final class Sums {

	private static final Field<BigDecimal> PLEDGES = sum(PIECE.PLEDGES).as("pledges");

	private static final Field<BigDecimal> PLEDGED = sum(PIECE.PLEDGED).as("pledged");

	private static final Field<BigDecimal> DELIVERED = sum(PIECE.DELIVERED).as("delivered");

	private static final Field<BigDecimal> OVERPAID = sum(PIECE.OVERPAID).as("overpaid");

	private static final Field<BigDecimal> CANCELLED = sum(PIECE.CANCELLED).as("cancelled");

	private static final Field<BigDecimal> WRITTEN_OFF = sum(PIECE.WRITTEN_OFF).as("written_off");

	private static final Field<BigDecimal> OVERDUE = sum(PIECE.OVERDUE).as("overdue");

	private static final Field<BigDecimal> PROPOSED = sum(PIECE.PROPOSED).as("proposed");

	private static final Field<BigDecimal> CONDITIONAL = sum(PIECE.CONDITIONAL).as("conditional");

	static final List<Field<?>> FIELDS = List.of(PLEDGES, PLEDGED, DELIVERED, OVERPAID, CANCELLED, WRITTEN_OFF, OVERDUE,
			PROPOSED, CONDITIONAL);

	private Sums() {
	}

	static long pledges(Record row) {
		return row.get(PLEDGES).longValueExact();
	}

	/** Of a row that has the unit and the currency too. */
	static PledgeAmounts amounts(Record row) {
		BigDecimal outstanding = row.get(PLEDGED)
			.subtract(row.get(DELIVERED))
			.subtract(row.get(CANCELLED))
			.subtract(row.get(WRITTEN_OFF));
		return new PledgeAmounts(row.get(Pieces.UNIT), row.get(PIECE.CURRENCY), row.get(PLEDGED), row.get(DELIVERED),
				row.get(OVERPAID), row.get(CANCELLED), row.get(WRITTEN_OFF), outstanding, row.get(OVERDUE),
				row.get(PROPOSED), row.get(CONDITIONAL));
	}

}
