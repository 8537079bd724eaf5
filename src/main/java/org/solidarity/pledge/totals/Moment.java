package org.solidarity.pledge.totals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of when a number is asked.
 *
 * @param asOf the end of this day; null: of today, in the campaign's time zone
 * @param asKnownAt as it was known then; null: as it is known now
 */
public record Moment(@Nullable LocalDate asOf, @Nullable Instant asKnownAt) {

	public static final Moment NOW = new Moment(null, null);

}
