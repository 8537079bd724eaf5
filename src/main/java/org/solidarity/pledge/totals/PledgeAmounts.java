package org.solidarity.pledge.totals;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.solidarity.pledge.Quantity;

/**
 * What was pledged and what became of it, of one pledge or a sum, in one unit. Always:
 * pledged = delivered + cancelled + writtenOff + outstanding.
 */
public record PledgeAmounts(PledgeUnit unit, @Nullable String currency, BigDecimal pledged, BigDecimal delivered,
		BigDecimal overpaid, BigDecimal cancelled, BigDecimal writtenOff, BigDecimal outstanding, BigDecimal overdue,
		BigDecimal proposed, BigDecimal conditional) {

	public PledgeAmounts {
		UnaryOperator<BigDecimal> scaled = amount -> new Quantity(amount, unit, currency).amount();
		pledged = scaled.apply(pledged);
		delivered = scaled.apply(delivered);
		overpaid = scaled.apply(overpaid);
		cancelled = scaled.apply(cancelled);
		writtenOff = scaled.apply(writtenOff);
		outstanding = scaled.apply(outstanding);
		overdue = scaled.apply(overdue);
		proposed = scaled.apply(proposed);
		conditional = scaled.apply(conditional);
	}

}
