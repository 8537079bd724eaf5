package org.solidarity.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets each key have so many goes in a while; a go that was taken comes back as the time
 * passes. Remembers the last 100,000 keys, in the memory of this process.
 */
public final class Throttle {

	private record Level(double taken, Instant at) {
	}

	private final int goes;

	private final Duration comesBackAfter;

	private final Clock clock;

	private final Cache<String, Level> levels;

	public Throttle(int goes, Duration window, Clock clock) {
		this.goes = goes;
		this.comesBackAfter = window.dividedBy(goes);
		this.clock = clock;
		this.levels = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(window).build();
	}

	/**
	 * Takes a go.
	 * @return zero where there was one; otherwise how long until there is one again
	 */
	public Duration take(String key) {
		Instant now = this.clock.instant();
		Duration[] wait = { Duration.ZERO };
		this.levels.asMap().compute(key, (same, before) -> {
			double taken = taken(before, now);
			if (taken + 1 > this.goes) {
				wait[0] = Duration.ofMillis((long) Math.ceil((taken + 1 - this.goes) * this.comesBackAfter.toMillis()));
				return new Level(taken, now);
			}
			return new Level(taken + 1, now);
		});
		return wait[0];
	}

	/** Gives back a go that was taken for something that need not be counted. */
	public void giveBack(String key) {
		this.levels.asMap()
			.computeIfPresent(key, (same, before) -> new Level(Math.max(0, before.taken() - 1), before.at()));
	}

	private double taken(@Nullable Level before, Instant now) {
		if (before == null) {
			return 0;
		}
		double back = (double) Duration.between(before.at(), now).toMillis() / this.comesBackAfter.toMillis();
		return Math.max(0, before.taken() - Math.max(0, back));
	}

}
