package org.solidarity.exchange.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.pledge.totals.PledgeAmounts;

/** The columns that tell what became of pledges, in minor units of their currency. */
final class Amounts {

	private static final List<String> HEADINGS = Stream
		.of("Pledged", "Delivered", "Cancelled", "Written off", "Outstanding", "Overdue", "Overpaid", "Proposed",
				"Conditional")
		.map(name -> name + ", in minor units")
		.toList();

	private static final List<Function<PledgeAmounts, BigDecimal>> PARTS = List.of(PledgeAmounts::pledged,
			PledgeAmounts::delivered, PledgeAmounts::cancelled, PledgeAmounts::writtenOff, PledgeAmounts::outstanding,
			PledgeAmounts::overdue, PledgeAmounts::overpaid, PledgeAmounts::proposed, PledgeAmounts::conditional);

	private Amounts() {
	}

	static List<String> headings(List<String> before) {
		return Stream.concat(before.stream(), HEADINGS.stream()).toList();
	}

	static @Nullable Object[] row(@Nullable PledgeAmounts amounts, @Nullable Object... before) {
		List<@Nullable Object> row = new ArrayList<>(Arrays.asList(before));
		PARTS.forEach(part -> row.add(amounts == null ? null : part.apply(amounts).unscaledValue()));
		return row.toArray();
	}

}
