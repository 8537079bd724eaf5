package org.solidarity.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.springframework.stereotype.Component;

/**
 * How much each caller, a person, an API token or an address, has asked for of late; in
 * the memory of this server.
 */
@Component
public class Rates {

	private record Caller(Bucket requests, Bucket points) {
	}

	private final Limits limits;

	private final Clock clock;

	private final Cache<UUID, Caller> callers;

	Rates(Limits limits, Clock clock) {
		this.limits = limits;
		this.clock = clock;
		this.callers = Caffeine.newBuilder().maximumSize(limits.callers()).build();
	}

	/**
	 * @throws Refused RATE_LIMITED where the caller sends too many requests
	 */
	public void request(UUID caller) {
		var wait = caller(caller).requests().take(1, this.clock.instant());
		require(wait, "requestsPerSecond", this.limits.requestsPerSecond());
	}

	/**
	 * @throws Refused RATE_LIMITED where the caller has not as many points left
	 */
	public Charge charge(UUID caller, int cost) {
		var points = caller(caller).points();
		var wait = points.take(cost, this.clock.instant());
		require(wait, "points", this.limits.points());
		return new Charge(cost, this.limits.points(), points.level(), points.fullAt());
	}

	private Caller caller(UUID id) {
		return this.callers.get(id, some -> {
			int requests = this.limits.requestsPerSecond();
			var now = this.clock.instant();
			return new Caller(new Bucket(requests, requests, now),
					new Bucket(this.limits.points(), this.limits.pointsPerSecond(), now));
		});
	}

	private static void require(Duration wait, String limit, int allowed) {
		if (!wait.isZero()) {
			long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
			throw new Refused(ErrorCode.RATE_LIMITED, "Too much at once; try again in " + seconds + " s.",
					Map.of("limit", limit, "allowed", allowed, "retryAfter", seconds));
		}
	}

}
