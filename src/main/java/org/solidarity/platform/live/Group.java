package org.solidarity.platform.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Sink;

/**
 * Subscriptions whose answers are the same, because they are of one caller and one
 * document, and the events that they have not been told of. One that begins after an
 * earlier event is alone. What is too much to be kept is read again.
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

	/** The latest event that is to be told of when the pause is over. */
	private @Nullable Event owed;

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

	/** Nothing is left to be read again up to that place. */
	synchronized void caughtUp(long until) {
		if (this.until == until) {
			this.until = 0;
		}
	}

	/** Where more waits to be sent than should be added to. */
	Optional<Sink> full() {
		return this.subscriptions.stream().map(Subscription::sink).filter(sink -> !sink.isRoomy()).findFirst();
	}

	/** Keeps nothing that lies before that place, up to which it is read again. */
	synchronized void fallBehind(long until) {
		this.pending.clear();
		this.until = until;
	}

	/** The place after which somebody in it has not been told everything. */
	long told() {
		return this.subscriptions.stream().mapToLong(Subscription::last).min().orElse(this.until);
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
	void pass(long position) {
		drop(position);
		this.subscriptions.forEach(subscription -> subscription.pass(position));
	}

	/** Forgets what is looked at, and need not be told. */
	synchronized void drop(long position) {
		while (!this.pending.isEmpty() && this.pending.getFirst().position() <= position) {
			this.pending.removeFirst();
		}
	}

	/** Whether a worker may take it now, which is the only one then. */
	synchronized boolean take() {
		boolean free = !this.busy && (isBehind() || !this.pending.isEmpty() || this.owed != null);
		this.busy |= free;
		return free;
	}

	synchronized void release() {
		this.busy = false;
	}

	synchronized void owe(@Nullable Event event) {
		this.owed = event;
	}

	synchronized @Nullable Event owed() {
		return this.owed;
	}

	/** Tells what is owed, and nothing again before that time. */
	synchronized void rest(Instant until) {
		this.owed = null;
		this.notBefore = until;
	}

	/** From when there is something to be done, where there is. */
	synchronized Instant dueAt() {
		return this.pending.isEmpty() && this.owed != null ? this.notBefore : Instant.MIN;
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
