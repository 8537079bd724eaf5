package org.solidarity.pledge;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/**
 * So much of a unit, with the decimal places of the unit: those of the currency by ISO
 * 4217, two for hours, none for people.
 */
public record Quantity(BigDecimal amount, PledgeUnit unit, @Nullable String currency) {

	private static final BigDecimal MAXIMUM = new BigDecimal("1000000000000000");

	public Quantity {
		amount = amount.setScale(Math.max(0, scale(unit, currency)));
	}

	/** Whether money is paid in the currency, which is not so of gold or a test code. */
	public static boolean isMoney(String currency) {
		return scale(PledgeUnit.CURRENCY, currency) >= 0;
	}

	/** How many decimal places the unit has; negative where it counts nothing. */
	public static int scale(PledgeUnit unit, @Nullable String currency) {
		return switch (unit) {
			case PEOPLE -> 0;
			case HOURS -> 2;
			case CURRENCY -> currency == null ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
		};
	}

	/** The amount can be of this unit, and is neither nothing nor beyond all reason. */
	public static Checks check(Checks checks, BigDecimal amount, PledgeUnit unit, @Nullable String currency,
			String... path) {
		int scale = scale(unit, currency);
		String field = path[path.length - 1];
		return checks
			.that(amount.signum() != 0 && amount.abs().compareTo(MAXIMUM) <= 0, UserError.Code.OUT_OF_RANGE,
					field + " is " + amount.toPlainString() + "; allowed is more than nothing, up to "
							+ MAXIMUM.toPlainString() + ".",
					path)
			.that(amount.stripTrailingZeros().scale() <= Math.max(0, scale), UserError.Code.INVALID,
					field + " has more decimal places than its unit; allowed are " + Math.max(0, scale) + ".", path);
	}

}
