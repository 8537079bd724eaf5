package org.solidarity.exchange.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.ImportState;
import org.solidarity.platform.jooq.enums.ImportTally;

/** A file that was taken in, or as much of it as was. */
record Import(UUID id, String file, String sha256, String mapping, String options, ImportState state, long rows,
		Instant startedAt, Instant changedAt, List<Tally> tallies) implements Node {

	static final String PREFIX = "imp";

	/**
	 * How often something came of a row.
	 *
	 * @param name which kind of bodies, or for what reason; empty where there is but one
	 */
	record Tally(ImportTally tally, String name, long count) {
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

}
