package org.solidarity.exchange;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.solidarity.organization.load.Finding;
import org.solidarity.organization.load.Outcome;
import org.solidarity.platform.jooq.enums.ImportTally;

/** What came of rows, counted; kinds of bodies and reasons each by itself. */
class Tallies {

	private final Map<Key, Long> counts = new TreeMap<>(Comparator.comparing(Key::tally).thenComparing(Key::name));

	record Key(ImportTally tally, String name) {
	}

	static Tallies of(Outcome outcome, Iterable<Finding> findings) {
		var tallies = new Tallies();
		outcome.created().forEach((kind, count) -> tallies.add(ImportTally.CREATED, kind.getLiteral(), count));
		tallies.add(ImportTally.MATCHED, "", outcome.matched());
		tallies.add(ImportTally.UNCHANGED, "", outcome.unchanged());
		tallies.add(ImportTally.COUNTS, "", outcome.counts());
		tallies.add(ImportTally.RELATIONS, "", outcome.relations());
		tallies.add(ImportTally.NAMES, "", outcome.names());
		for (var finding : findings) {
			tallies.add(finding.rejected() ? ImportTally.REJECTED : ImportTally.DOUBTFUL, finding.reason(), 1);
		}
		return tallies;
	}

	void add(ImportTally tally, String name, long count) {
		if (count > 0) {
			this.counts.merge(new Key(tally, name), count, Long::sum);
		}
	}

	Map<Key, Long> counts() {
		return this.counts;
	}

	long total(ImportTally tally) {
		return this.counts.entrySet()
			.stream()
			.filter(count -> count.getKey().tally() == tally)
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
