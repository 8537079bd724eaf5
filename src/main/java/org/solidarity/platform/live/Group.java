package org.solidarity.platform.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Sink;

/**
 * Subscriptions whose answers are the same, because they are of one caller and one
 * document, and the events that they have not been told of. One that begins after an
 * earlier event is alone until it has caught up.
 */
final class Group {

	/** What makes answers the same; {@code alone} is of one subscription, or null. */
	record Key(Caller caller, Asked asked, @Nullable Subscription alone) {
	}

	private final Key key;

	private final Live<?> live;

	private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

	private final Deque<Event> pending = new ArrayDeque<>();

	/** Up to where it must catch up; 0 where it need not. */
	private volatile long until;

	private boolean busy;

	private Instant notBefore = Instant.MIN;

	Group(Key key, Live<?> live, long until) {
		this.key = key;
		this.live = live;
		this.until = until;
	}

	Key key() {
		return this.key;
	}

	Live<?> live() {
		return this.live;
	}

	long until() {
		return this.until;
	}

	List<Subscription> subscriptions() {
		return this.subscriptions;
	}

	boolean isBehind() {
		return this.until > 0;
	}

	void caughtUp() {
		this.until = 0;
	}

	synchronized void add(Event event) {
		this.pending.add(event);
	}

	synchronized int size() {
		return this.pending.size();
	}

	synchronized @Nullable Event oldest() {
		return this.pending.peek();
	}

	synchronized List<Event> peek(int most) {
		return this.pending.stream().limit(most).toList();
	}

	/** Forgets what everyone in it has been told, or has been found not to see. */
	synchronized void pass(long position) {
		while (!this.pending.isEmpty() && this.pending.getFirst().position() <= position) {
			this.pending.removeFirst();
		}
		this.subscriptions.forEach(subscription -> subscription.pass(position));
	}

	/** Whether a worker may take it now, which is the only one then. */
	synchronized boolean take() {
		boolean free = !this.busy && (isBehind() || !this.pending.isEmpty());
		this.busy |= free;
		return free;
	}

	synchronized void release() {
		this.busy = false;
	}

	synchronized Instant notBefore() {
		return this.notBefore;
	}

	synchronized void rest(Instant until) {
		this.notBefore = until;
	}

	/** Ends every subscription in it. */
	void end(Consumer<Sink> way) {
		this.subscriptions.forEach(subscription -> {
			subscription.end();
			way.accept(subscription.sink());
		});
		this.subscriptions.clear();
	}

}
