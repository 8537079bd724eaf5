package org.solidarity.platform.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.LiveLimits;
import org.solidarity.platform.connection.Pulse;
import org.solidarity.platform.connection.Sink;
import org.solidarity.platform.errors.Failures;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Who listens on this server. Events are looked for once for all of them, and only while
 * somebody listens; each group is told by one worker at a time, in the order of events.
 */
@Component
public class Feed implements DisposableBean, MeterBinder {

	private final Events events;

	private final Executions executions;

	private final Telling telling;

	private final Pulse pulse;

	private final LiveLimits limits;

	private final Clock clock;

	private final ExecutorService workers;

	private final Map<Group.Key, Group> groups = new HashMap<>();

	/** Up to where every group has been given its events. */
	private long position;

	Feed(Events events, Executions executions, Telling telling, Pulse pulse, LiveLimits limits, Clock clock) {
		this.events = events;
		this.executions = executions;
		this.telling = telling;
		this.pulse = pulse;
		this.limits = limits;
		this.clock = clock;
		this.workers = Executors.newFixedThreadPool(limits.workers(),
				Thread.ofPlatform().daemon().name("live-", 1).factory());
		pulse.every(limits.poll(), this::look);
		pulse.every(Duration.ofMinutes(10), events::forget);
	}

	/**
	 * Begins a subscription; null where there was something wrong with it, which its sink
	 * has been told.
	 */
	public @Nullable Subscription subscribe(Caller caller, Asked asked, Sink sink) {
		try {
			Viewer viewer = caller.viewer().orElse(null);
			if (viewer == null) {
				sink.over();
				return null;
			}
			var answer = this.executions.start(viewer, asked);
			Live<?> live = Executions.live(answer);
			if (live != null) {
				return register(new Group.Key(caller, asked, null), live, sink);
			}
			sink.error(Telling.errors(answer.toMap()));
		}
		catch (RuntimeException ex) {
			sink.error(List.of(shown(ex)));
		}
		return null;
	}

	private static Map<String, Object> shown(RuntimeException failure) {
		return Failures.shown(Failures.refusal(failure).orElseGet(() -> Failures.defect(failure, "subscription")));
	}

	private Subscription register(Group.Key key, Live<?> live, Sink sink) {
		long after = live.after() == null ? -1 : this.events.place(live);
		long now = isIdle() ? this.events.now() : 0;
		synchronized (this) {
			if (this.groups.isEmpty()) {
				this.position = Math.max(this.position, now);
			}
			var subscription = new Subscription(sink, after < 0 ? this.position : after);
			boolean behind = subscription.last() < this.position;
			var group = behind ? new Group(new Group.Key(key.caller(), key.asked(), subscription), live, this.position)
					: this.groups.getOrDefault(key, new Group(key, live, 0));
			group.subscriptions().add(subscription);
			this.groups.put(group.key(), group);
			schedule(group);
			return subscription;
		}
	}

	private synchronized boolean isIdle() {
		return this.groups.isEmpty();
	}

	/**
	 * Ends a subscription that nobody reads any more; its group may have waited for it.
	 */
	public synchronized void unsubscribe(Subscription subscription) {
		subscription.end();
		this.groups.values().forEach(group -> {
			if (group.subscriptions().remove(subscription)) {
				schedule(group);
			}
		});
		this.groups.values().removeIf(group -> group.subscriptions().isEmpty());
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("crm.live.subscriptions", this, Feed::subscriptions)
			.description("subscriptions of all connections")
			.register(registry);
		Gauge.builder("crm.live.oldest.event", this, from -> from.oldest().toMillis() / 1000.0)
			.baseUnit("seconds")
			.description("how long the event has waited to be told that has waited longest")
			.register(registry);
	}

	private synchronized int subscriptions() {
		return this.groups.values().stream().mapToInt(group -> group.subscriptions().size()).sum();
	}

	private synchronized Duration oldest() {
		return this.groups.values()
			.stream()
			.map(Group::oldest)
			.filter(Objects::nonNull)
			.map(event -> Duration.between(event.occurredAt(), this.clock.instant()))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
	}

	/** Looks for what happened, and gives it to whom it is about. */
	private void look() {
		List<Event> happened;
		do {
			long from;
			synchronized (this) {
				if (this.groups.isEmpty()) {
					return;
				}
				from = this.position;
			}
			happened = this.events.after(from);
			give(happened);
		}
		while (happened.size() == Events.BATCH);
	}

	private synchronized void give(List<Event> happened) {
		for (Event event : happened) {
			if (event.position() > this.position) {
				this.position = event.position();
				this.groups.values()
					.stream()
					.filter(group -> group.live().isAbout(event))
					.forEach(group -> give(group, event));
			}
		}
		this.groups.values().removeIf(group -> group.subscriptions().isEmpty());
	}

	private void give(Group group, Event event) {
		group.add(event);
		boolean latest = group.live().pause().isPositive();
		if (!latest && group.size() > this.limits.pending()) {
			group.fallBehind(event.position());
		}
		schedule(group);
	}

	private void schedule(Group group) {
		var wait = Duration.between(this.clock.instant(), group.dueAt());
		if (wait.isPositive()) {
			this.pulse.after(wait, () -> schedule(group));
		}
		else if (!group.subscriptions().isEmpty() && group.take()) {
			this.workers.execute(() -> tell(group));
		}
	}

	private void tell(Group group) {
		try {
			this.telling.tell(group);
		}
		catch (RuntimeException ex) {
			var failure = List.of(shown(ex));
			group.end(sink -> sink.error(failure));
		}
		finally {
			group.release();
			next(group);
		}
	}

	private synchronized void next(Group group) {
		if (group.subscriptions().isEmpty()) {
			this.groups.remove(group.key(), group);
		}
		else if (group.isBehind()) {
			group.full().ifPresentOrElse(sink -> sink.whenSent(() -> schedule(group)), () -> schedule(group));
		}
		else {
			schedule(group);
		}
	}

	@Override
	public void destroy() {
		this.workers.shutdownNow();
	}

}
