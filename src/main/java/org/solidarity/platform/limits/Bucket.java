package org.solidarity.platform.limits;

import java.time.Duration;
import java.time.Instant;

/** What can be saved up to a measure, and comes back at a rate. */
final class Bucket {

	private final int capacity;

	private final int perSecond;

	private double level;

	private Instant at;

	Bucket(int capacity, int perSecond, Instant now) {
		this.capacity = capacity;
		this.perSecond = perSecond;
		this.level = capacity;
		this.at = now;
	}

	/**
	 * Takes as much, where there is as much.
	 * @return zero where it was taken; otherwise how long until there is as much
	 */
	synchronized Duration take(long amount, Instant now) {
		refill(now);
		if (this.level >= amount) {
			this.level -= amount;
			return Duration.ZERO;
		}
		return until(amount);
	}

	synchronized int level() {
		return (int) this.level;
	}

	/** When it will be full. */
	synchronized Instant fullAt() {
		return this.at.plus(until(this.capacity));
	}

	private void refill(Instant now) {
		if (now.isAfter(this.at)) {
			double back = Duration.between(this.at, now).toNanos() / 1e9 * this.perSecond;
			this.level = Math.min(this.capacity, this.level + back);
			this.at = now;
		}
	}

	private Duration until(long amount) {
		return Duration.ofMillis((long) Math.ceil((amount - this.level) * 1000 / this.perSecond));
	}

}
