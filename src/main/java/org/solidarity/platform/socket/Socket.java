package org.solidarity.platform.socket;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Connection;
import org.solidarity.platform.connection.LiveLimits;
import org.solidarity.platform.connection.Outgoing;
import org.solidarity.platform.connection.Sink;
import org.solidarity.platform.live.Subscription;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** One WebSocket, and the subscriptions that go over it. */
final class Socket implements Connection, Outgoing.Line {

	/** Keep-alives that may go by without a sign of the client. */
	private static final int SILENT = 3;

	private final WebSocketSession session;

	private final Outgoing outgoing;

	/** By the id that the client gave; empty while it begins. */
	private final Map<String, Optional<Subscription>> subscriptions = new HashMap<>();

	/** What has come of a message until now, and how many bytes that is. */
	private final StringBuilder parts = new StringBuilder();

	private long size;

	private final long largest;

	private boolean initialised;

	private boolean closed;

	private volatile @Nullable Caller caller;

	private volatile int unanswered;

	Socket(WebSocketSession session, LiveLimits limits) {
		this.session = session;
		this.largest = limits.message().toBytes();
		this.outgoing = new Outgoing(this, limits);
		this.outgoing.start();
	}

	@Override
	public @Nullable Caller caller() {
		return this.caller;
	}

	/** Whether this is its first connection_init. */
	synchronized boolean initialise() {
		boolean first = !this.initialised;
		this.initialised = true;
		return first;
	}

	void greet(Caller caller) {
		this.caller = caller;
		this.outgoing.put(Message.ACK);
	}

	/**
	 * The message that this is the last part of; empty where it is not, or the message is
	 * too large, which ends the connection.
	 */
	Optional<String> take(TextMessage part) {
		heard();
		this.size += part.getPayloadLength();
		if (this.size > this.largest) {
			close(Closing.TOO_LARGE);
			return Optional.empty();
		}
		this.parts.append(part.getPayload());
		if (!part.isLast()) {
			return Optional.empty();
		}
		String whole = this.parts.toString();
		this.parts.setLength(0);
		this.size = 0;
		return Optional.of(whole);
	}

	/** The client gave a sign. */
	void heard() {
		this.unanswered = 0;
	}

	void pong() {
		if (!this.outgoing.offer(Message.PONG)) {
			close(Closing.FULL);
		}
	}

	/** How many there are with this one; -1 where there is one with that id. */
	synchronized int reserve(String id) {
		return this.subscriptions.putIfAbsent(id, Optional.empty()) != null ? -1 : this.subscriptions.size();
	}

	/** False where it was ended meanwhile. */
	synchronized boolean begin(String id, Subscription subscription) {
		return !this.closed && this.subscriptions.replace(id, Optional.of(subscription)) != null;
	}

	synchronized Optional<Subscription> end(String id) {
		var ended = this.subscriptions.remove(id);
		return ended != null ? ended : Optional.empty();
	}

	synchronized List<Subscription> endAll() {
		var ended = this.subscriptions.values().stream().flatMap(Optional::stream).toList();
		this.subscriptions.clear();
		this.closed = true;
		return ended;
	}

	Sink sink(String id) {
		return new Answers(id);
	}

	void error(String id, List<Map<String, Object>> errors) {
		end(id);
		this.outgoing.put(Message.error(id, errors));
	}

	/** Closes it, when all was sent that waits. */
	void close(CloseStatus status) {
		this.outgoing.end(() -> closeNow(status));
	}

	@Override
	public void over() {
		close(Closing.FORBIDDEN);
	}

	@Override
	public void goAway() {
		close(Closing.GOING_AWAY);
	}

	@Override
	public void send(String message) throws IOException {
		this.session.sendMessage(new TextMessage(message));
	}

	@Override
	public void keepAlive() throws IOException {
		if (++this.unanswered > SILENT) {
			throw new IOException("no sign of the client");
		}
		this.session.sendMessage(new PingMessage());
	}

	@Override
	public void gone() {
		closeNow(CloseStatus.SESSION_NOT_RELIABLE);
	}

	private void closeNow(CloseStatus status) {
		try {
			this.session.close(status);
		}
		catch (IOException ex) {
			// closed already
		}
	}

	/** The answers of one subscription. */
	private final class Answers implements Sink {

		private final String id;

		Answers(String id) {
			this.id = id;
		}

		@Override
		public boolean next(String answer) {
			return Socket.this.outgoing.offer(Message.next(this.id, answer));
		}

		@Override
		public void error(List<Map<String, Object>> errors) {
			Socket.this.error(this.id, errors);
		}

		@Override
		public void over() {
			Socket.this.over();
		}

		@Override
		public boolean isRoomy() {
			return Socket.this.outgoing.isRoomy();
		}

		@Override
		public void whenSent(Runnable work) {
			Socket.this.outgoing.whenSent(work);
		}

	}

}
