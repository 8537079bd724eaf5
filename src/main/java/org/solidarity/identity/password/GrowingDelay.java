package org.solidarity.identity.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * Makes a key wait that fails again and again: a second after some failures in a row,
 * then twice as long after each further one, up to a limit. A failure is forgotten after
 * an hour without another.
 */
public final class GrowingDelay {

	private record Failures(int count, Instant until) {
	}

	private final int free;

	private final Duration longest;

	private final Clock clock;

	private final Cache<String, Failures> failures = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterWrite(Duration.ofHours(1))
		.build();

	public GrowingDelay(int free, Duration longest, Clock clock) {
		this.free = free;
		this.longest = longest;
		this.clock = clock;
	}

	/**
	 * Counts a failure before it is known to be one, so that many at once do not slip
	 * through.
	 * @return zero where the key need not wait; otherwise how long it must, and nothing
	 * is counted
	 */
	public Duration take(String key) {
		Instant now = this.clock.instant();
		Duration[] wait = { Duration.ZERO };
		this.failures.asMap().compute(key, (same, before) -> {
			if (before != null && before.until().isAfter(now)) {
				wait[0] = Duration.between(now, before.until());
				return before;
			}
			return next(before, now);
		});
		return wait[0];
	}

	/** What whoever must wait is told. */
	public static Refused refusal(Duration wait) {
		long seconds = wait.plusMillis(999).toSeconds();
		return new Refused(ErrorCode.RATE_LIMITED,
				"Too many wrong passwords or tokens; try again in " + seconds + " seconds.",
				Map.of("retryAfter", seconds));
	}

	/** The key did not fail after all. */
	public void forget(String key) {
		this.failures.invalidate(key);
	}

	private Failures next(@Nullable Failures before, Instant now) {
		int count = before != null ? before.count() + 1 : 1;
		if (count < this.free) {
			return new Failures(count, now);
		}
		Duration delay = Duration.ofSeconds(1L << Math.min(count - this.free, 30));
		return new Failures(count, now.plus(delay.compareTo(this.longest) < 0 ? delay : this.longest));
	}

}
