package org.solidarity.platform.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be sent over one connection, by a thread of its own: a client that reads
 * slowly keeps nobody else waiting.
 */
public final class Outgoing {

	/** The connection itself. */
	public interface Line {

		void send(String message) throws IOException;

		/**
		 * Sends something that means nothing, since nothing else was sent for a while.
		 */
		void keepAlive() throws IOException;

		/** It is over; nothing can be sent any more. */
		void gone();

	}

	private interface Step {

		/** Does it; false where it was the last. */
		boolean on(Line line) throws IOException;

	}

	private record Message(int size, Step step) {
	}

	private final Line line;

	private final long most;

	private final Duration keepAlive;

	private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();

	private final List<Runnable> whenSent = new ArrayList<>();

	private long unsent;

	private boolean ended;

	public Outgoing(Line line, LiveLimits limits) {
		this.line = line;
		this.most = limits.unsent().toBytes();
		this.keepAlive = limits.keepAlive();
	}

	public void start() {
		Thread.ofVirtual().name("outgoing").start(this::run);
	}

	/**
	 * Takes a message; false where too much would wait with it. What is too large by
	 * itself is taken where nothing waits, or it could never be told.
	 */
	public synchronized boolean offer(String message) {
		if (this.unsent > 0 && this.unsent + message.length() > this.most) {
			return false;
		}
		put(message);
		return true;
	}

	/**
	 * Takes a message that must be told even where too much waits; whoever reads nothing
	 * at all is given up.
	 */
	public synchronized void put(String message) {
		if (this.unsent > 2 * this.most) {
			Thread.ofVirtual().start(this.line::gone);
			return;
		}
		this.unsent += message.length();
		this.queue.add(new Message(message.length(), to -> {
			to.send(message);
			return true;
		}));
	}

	/** Ends the connection so, when all was sent that waits; the first way counts. */
	public synchronized void end(Runnable close) {
		if (this.ended) {
			return;
		}
		this.ended = true;
		this.queue.add(new Message(0, to -> {
			close.run();
			return false;
		}));
	}

	public synchronized boolean isRoomy() {
		return this.unsent <= this.most / 4;
	}

	/** Runs the work once nothing waits. */
	public void whenSent(Runnable work) {
		synchronized (this) {
			if (this.unsent > 0) {
				this.whenSent.add(work);
				return;
			}
		}
		work.run();
	}

	private void run() {
		try {
			boolean more = true;
			while (more) {
				Message message = this.queue.poll(this.keepAlive.toMillis(), TimeUnit.MILLISECONDS);
				if (message == null) {
					this.line.keepAlive();
				}
				else {
					more = message.step().on(this.line);
					sent(message.size()).forEach(Runnable::run);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// whoever is gone cannot be told anything
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.line.gone();
		}
	}

	private synchronized List<Runnable> sent(int size) {
		this.unsent -= size;
		if (this.unsent > 0) {
			return List.of();
		}
		var waiting = List.copyOf(this.whenSent);
		this.whenSent.clear();
		return waiting;
	}

}
