package org.solidarity.platform.live;

import org.solidarity.platform.connection.Sink;

/** Somebody who listens, and how far they have been told. */
public final class Subscription {

	private final Sink sink;

	private volatile long last;

	private volatile boolean over;

	Subscription(Sink sink, long last) {
		this.sink = sink;
		this.last = last;
	}

	Sink sink() {
		return this.sink;
	}

	/**
	 * The place of the event that it has been told of last, or has been found not to see.
	 */
	long last() {
		return this.last;
	}

	/** Takes an answer, unless it was told before. */
	boolean next(long position, String answer) {
		boolean taken = this.over || position <= this.last || this.sink.next(answer);
		pass(position);
		return taken;
	}

	void pass(long position) {
		this.last = Math.max(this.last, position);
	}

	void end() {
		this.over = true;
	}

}
