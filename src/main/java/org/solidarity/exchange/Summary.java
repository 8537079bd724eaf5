package org.solidarity.exchange;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.solidarity.exchange.file.Header;
import org.solidarity.platform.jooq.enums.ImportTally;

/**
 * What an import says at its end.
 *
 * @param rows of the file that were read
 * @param encoding in which they were read
 */
record Summary(long rows, Tallies tallies, Header header, String encoding, Path report, Progress progress) {

	void print(Consumer<String> out) {
		out.accept("%,d rows read (%s) in %s s, %,d rows/s".formatted(this.rows, this.encoding, this.progress.seconds(),
				this.progress.rate()));
		total(out, "bodies created", ImportTally.CREATED);
		total(out, "rows matched a known body and added to it", ImportTally.MATCHED);
		total(out, "rows said nothing new", ImportTally.UNCHANGED);
		total(out, "member counts recorded", ImportTally.COUNTS);
		total(out, "relations recorded", ImportTally.RELATIONS);
		total(out, "other names recorded", ImportTally.NAMES);
		total(out, "acts of bodies on campaigns recorded", ImportTally.ENDORSEMENTS);
		total(out, "pledges recorded", ImportTally.PLEDGES);
		total(out, "fulfilments of pledges recorded", ImportTally.FULFILMENTS);
		total(out, "actions recorded", ImportTally.ACTIONS);
		total(out, "headcounts of actions recorded", ImportTally.HEADCOUNTS);
		total(out, "doubtful", ImportTally.DOUBTFUL);
		total(out, "rejected", ImportTally.REJECTED);
		if (!this.header.ignored().isEmpty()) {
			out.accept("Columns not read: " + String.join(", ", this.header.ignored()));
		}
		if (!this.header.absent().isEmpty()) {
			out.accept("Columns not in the file: " + String.join(", ", this.header.absent()));
		}
		out.accept("Report: " + this.report);
	}

	private void total(Consumer<String> out, String what, ImportTally tally) {
		out.accept("%,10d %s".formatted(this.tallies.total(tally), what));
		this.tallies.counts().forEach((key, count) -> {
			if (key.tally() == tally && !key.name().isEmpty()) {
				out.accept("%,16d %s".formatted(count, key.name()));
			}
		});
	}

}
