package org.solidarity.pledge.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.load.ImportedBody.Identity;

/**
 * What one row of a file says about money that was promised. Its texts fit into the
 * columns.
 *
 * @param campaign its name, in whatever case
 * @param source the system that the row comes from, which keeps it under the key
 * @param pledger an identifier of the body that promised, where it was one
 * @param keeper an identifier of the body that knows the person who promised, where it
 * was none
 * @param pseudonym of that person; null where the row tells of none
 * @param delivered whether all of it came, on the day that it was due
 * @param fields what the file calls pledger, amount and currency
 */
public record ImportedPledge(long line, String campaign, String source, String key, Identity pledger, Identity keeper,
		@Nullable String pseudonym, BigDecimal amount, String currency, LocalDate pledgedOn, LocalDate due,
		boolean delivered, @Nullable String purpose, Fields fields) {

	/** What the file calls what a finding may be about. */
	public record Fields(String pledger, String amount, String currency) {
	}

	/** What its money refers to in the ledger. */
	String reference() {
		return this.source + " " + this.key;
	}

}
