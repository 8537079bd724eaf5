package org.solidarity.exchange.upload;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Row;

/** The currency of a row. */
final class Money {

	private Money() {
	}

	/**
	 * By ISO 4217; null for none.
	 * @throws org.solidarity.exchange.file.RejectedRow where there is no such currency
	 */
	static @Nullable String currency(Row row) {
		String text = row.text("currency");
		if (text == null) {
			return null;
		}
		try {
			return Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
		}
		catch (IllegalArgumentException ex) {
			throw row.rejected("currency", text, "this is no currency of ISO 4217");
		}
	}

}
