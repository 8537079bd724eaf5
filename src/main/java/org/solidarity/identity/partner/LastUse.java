package org.solidarity.identity.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Notes when a token was last used: at most once a minute, and not while its request
 * waits.
 */
@Component
class LastUse {

	private final Cache<UUID, Instant> noted = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	private final TokenRepository tokens;

	private final Transactions transactions;

	private final AsyncTaskExecutor executor;

	private final Clock clock;

	LastUse(TokenRepository tokens, Transactions transactions, AsyncTaskExecutor applicationTaskExecutor, Clock clock) {
		this.tokens = tokens;
		this.transactions = transactions;
		this.executor = applicationTaskExecutor;
		this.clock = clock;
	}

	void of(UUID token) {
		Instant now = this.clock.instant();
		if (this.noted.asMap().putIfAbsent(token, now) == null) {
			this.executor.execute(() -> this.transactions.write(Viewer.SYSTEM, () -> {
				this.tokens.used(token, now);
				return null;
			}));
		}
	}

}
