package org.solidarity.platform.connection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The connections that are open on this server: so many at most, each for as long as its
 * caller's token or session lasts. When the server stops they end before it finishes what
 * was asked.
 */
@Component
public class Connections implements SmartLifecycle, MeterBinder {

	private static final long FAREWELL_MILLIS = 2000;

	private record Owner(Class<?> kind, UUID id) {
	}

	private final Map<Connection, Optional<Owner>> open = new HashMap<>();

	private final LiveLimits limits;

	private boolean running;

	Connections(LiveLimits limits, Pulse pulse) {
		this.limits = limits;
		pulse.every(limits.proof(), this::askAgain);
	}

	/**
	 * Lets a connection in.
	 * @throws Refused LIMIT_EXCEEDED where there are too many, UNAVAILABLE where the
	 * server stops
	 */
	public synchronized void enter(Connection connection) {
		if (!this.running) {
			throw new Refused(ErrorCode.UNAVAILABLE, "The server stops; try again in a while.");
		}
		if (this.open.size() >= this.limits.connections()) {
			throw Refused.limit("connections", this.open.size() + 1L, this.limits.connections());
		}
		this.open.put(connection, Optional.empty());
	}

	/**
	 * Counts a connection as one of this account or token.
	 * @throws Refused LIMIT_EXCEEDED where that has too many of the kind
	 */
	public synchronized void own(Connection connection, UUID owner, String limit, int most) {
		var mine = Optional.of(new Owner(connection.getClass(), owner));
		long others = this.open.values().stream().filter(mine::equals).count();
		if (others >= most) {
			throw Refused.limit(limit, others + 1, most);
		}
		this.open.replace(connection, mine);
	}

	public synchronized void leave(Connection connection) {
		this.open.remove(connection);
		notifyAll();
	}

	private synchronized List<Connection> all() {
		return new ArrayList<>(this.open.keySet());
	}

	/**
	 * Ends the connections whose caller's token or session has ended. Where one cannot be
	 * asked about, the others are all the same.
	 */
	private void askAgain() {
		List<RuntimeException> failures = new ArrayList<>();
		all().stream()
			.filter(connection -> connection.caller() != null)
			.collect(Collectors.groupingBy(Connection::caller))
			.forEach((caller, connections) -> {
				try {
					if (caller.viewer().isEmpty()) {
						connections.forEach(Connection::over);
					}
				}
				catch (RuntimeException ex) {
					failures.add(ex);
				}
			});
		if (!failures.isEmpty()) {
			throw failures.getFirst();
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("crm.live.connections", this, connections -> connections.all().size())
			.description("WebSockets and event streams that are open")
			.register(registry);
	}

	@Override
	public synchronized void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		close();
		all().forEach(Connection::goAway);
		try {
			awaitFarewell();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void close() {
		this.running = false;
	}

	private synchronized void awaitFarewell() throws InterruptedException {
		long left = FAREWELL_MILLIS;
		while (!this.open.isEmpty() && left > 0) {
			long before = System.nanoTime();
			wait(left);
			left -= (System.nanoTime() - before) / 1_000_000;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

}
