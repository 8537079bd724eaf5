package org.solidarity.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * Until when the operation on this thread may run; an operation stays on its thread from
 * beginning to end.
 */
final class Deadline {

	private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

	private final Clock clock;

	private final Duration allowed;

	private final Instant end;

	private Deadline(Clock clock, Duration allowed) {
		this.clock = clock;
		this.allowed = allowed;
		this.end = clock.instant().plus(allowed);
	}

	static void start(Clock clock, Duration allowed) {
		CURRENT.set(new Deadline(clock, allowed));
	}

	static void stop() {
		CURRENT.remove();
	}

	/** That of the operation on this thread; null where there is none. */
	static @Nullable Deadline current() {
		return CURRENT.get();
	}

	/**
	 * How much time is left.
	 * @throws Refused LIMIT_EXCEEDED where it is over
	 */
	Duration remaining() {
		var left = Duration.between(this.clock.instant(), this.end);
		if (left.isNegative() || left.isZero()) {
			throw new Refused(ErrorCode.LIMIT_EXCEEDED,
					"The operation took longer than " + this.allowed.toMillis() + " ms; ask for less at once.",
					Map.of("limit", "time", "allowed", this.allowed.toMillis()));
		}
		return left;
	}

}
