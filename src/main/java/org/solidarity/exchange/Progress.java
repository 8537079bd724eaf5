package org.solidarity.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Says how far an import is, once a second at most. */
class Progress {

	private final Consumer<String> out;

	private final Clock clock;

	private final Instant start;

	private final long size;

	private Instant said;

	private long rows;

	private volatile long position;

	Progress(Consumer<String> out, Clock clock, long size) {
		this.out = out;
		this.clock = clock;
		this.size = size;
		this.start = clock.instant();
		this.said = this.start;
	}

	void say(String line) {
		this.out.accept(line);
	}

	void position(long bytes) {
		this.position = bytes;
	}

	/** More rows are taken in. */
	void add(long rows) {
		this.rows += rows;
		var now = this.clock.instant();
		if (Duration.between(this.said, now).toMillis() >= 1000) {
			this.said = now;
			this.out.accept("%,d rows, %,d rows/s, %d %%".formatted(this.rows, rate(), percent()));
		}
	}

	long rows() {
		return this.rows;
	}

	String seconds() {
		return String.format(Locale.ROOT, "%.1f", millis() / 1000.0);
	}

	long rate() {
		return this.rows * 1000 / Math.max(1, millis());
	}

	private long percent() {
		return this.size == 0 ? 100 : Math.min(100, this.position * 100 / this.size);
	}

	private long millis() {
		return Duration.between(this.start, this.clock.instant()).toMillis();
	}

}
