package org.solidarity.pledge.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.pledge.Quantity;

/** Recording what a currency is worth in another from a day on. */
interface RecordExchangeRate {

	record Input(String idempotencyKey, String currency, String intoCurrency, BigDecimal rate, LocalDate day,
			String source) {

		private static final BigDecimal MAXIMUM = new BigDecimal("1000000000000");

		private static final int PLACES = 12;

		void check() {
			new Checks()
				.that(Quantity.isMoney(this.currency), UserError.Code.INVALID,
						"currency is not one in which money is paid.", "input", "currency")
				.that(Quantity.isMoney(this.intoCurrency), UserError.Code.INVALID,
						"intoCurrency is not one in which money is paid.", "input", "intoCurrency")
				.that(!this.currency.equals(this.intoCurrency), UserError.Code.INVALID,
						"intoCurrency is the same currency; give another one.", "input", "intoCurrency")
				.that(this.rate.signum() > 0 && this.rate.compareTo(MAXIMUM) <= 0, UserError.Code.OUT_OF_RANGE,
						"rate is not more than nothing and at most " + MAXIMUM.toPlainString() + ".", "input", "rate")
				.that(this.rate.scale() <= PLACES, UserError.Code.INVALID,
						"rate has more than " + PLACES + " decimal places.", "input", "rate")
				.day(this.day, "input", "day")
				.text(this.source, 1000, "input", "source")
				.done();
		}

	}

	record Payload(ExchangeRate exchangeRate) {
	}

}
