package org.solidarity.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the demo's days: absolute ones, and those that count from the day of loading,
 * such as {@code -40d}.
 */
@Component
class Days {

	private final Clock clock;

	Days(Clock clock) {
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** As ISO 8601; null where the cell is empty. */
	@Nullable String day(@Nullable String cell) {
		if (cell == null || cell.isEmpty()) {
			return null;
		}
		return (cell.endsWith("d") ? today().plusDays(Integer.parseInt(cell.substring(0, cell.length() - 1)))
				: LocalDate.parse(cell))
			.toString();
	}

	/** The same as a list of one; null where the cell is empty. */
	@Nullable List<String> days(String cell) {
		String day = day(cell);
		return day == null ? null : List.of(day);
	}

}
