package org.solidarity.pledge.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.solidarity.platform.Node;

/**
 * What one unit of a currency is in another.
 *
 * @param day the first day on which it is in force
 */
record ExchangeRate(UUID id, String currency, String intoCurrency, BigDecimal rate, LocalDate day, String source,
		Instant recordedAt) implements Node {

	static final String PREFIX = "exr";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
