package org.solidarity.platform.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Connection;
import org.solidarity.platform.connection.Connections;
import org.solidarity.platform.connection.LiveLimits;
import org.solidarity.platform.connection.Outgoing;
import org.solidarity.platform.connection.Sink;
import org.solidarity.platform.errors.Failures;
import org.solidarity.platform.live.Asked;
import org.solidarity.platform.live.Feed;
import org.solidarity.platform.live.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** One event stream, of one subscription. */
final class EventStream implements Connection, Outgoing.Line, Sink {

	private static final String COMPLETE = "event: complete\ndata:\n\n";

	private final Caller caller;

	private final Feed feed;

	private final Connections connections;

	private final Outgoing outgoing;

	private @Nullable AsyncContext request;

	private @Nullable Subscription subscription;

	private boolean gone;

	EventStream(Caller caller, Feed feed, Connections connections, LiveLimits limits) {
		this.caller = caller;
		this.feed = feed;
		this.connections = connections;
		this.outgoing = new Outgoing(this, limits);
	}

	/** The first thing that the client reads is a sign that it listens. */
	void start(AsyncContext request, Asked asked) {
		request.setTimeout(0);
		request.addListener(new Departure());
		this.request = request;
		Subscription begun = this.feed.subscribe(this.caller, asked, this);
		if (begun != null) {
			this.outgoing.put(":\n\n");
			listen(begun);
		}
		this.outgoing.start();
	}

	private synchronized void listen(Subscription begun) {
		this.subscription = begun;
		if (this.gone) {
			this.feed.unsubscribe(begun);
		}
	}

	@Override
	public Caller caller() {
		return this.caller;
	}

	@Override
	public boolean next(String answer) {
		return this.outgoing.offer(message(answer));
	}

	@Override
	public void error(List<Map<String, Object>> errors) {
		this.outgoing.put(message(JsonMapper.shared().writeValueAsString(Map.of("errors", errors))) + COMPLETE);
		goAway();
	}

	@Override
	public void over() {
		error(List.of(Failures
			.shown(new Refused(ErrorCode.UNAUTHENTICATED, "Your token or session has ended; sign in again."))));
	}

	@Override
	public void goAway() {
		this.outgoing.end(() -> {
		});
	}

	@Override
	public boolean isRoomy() {
		return this.outgoing.isRoomy();
	}

	@Override
	public void whenSent(Runnable work) {
		this.outgoing.whenSent(work);
	}

	/**
	 * The container uses a request again once it is complete, so nothing is written to it
	 * after that.
	 */
	@Override
	public synchronized void send(String message) throws IOException {
		if (this.gone) {
			throw new IOException("the client has gone");
		}
		var response = Objects.requireNonNull(this.request).getResponse();
		response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
		response.flushBuffer();
	}

	@Override
	public void keepAlive() throws IOException {
		send(":\n\n");
	}

	@Override
	public synchronized void gone() {
		if (!this.gone) {
			this.gone = true;
			this.connections.leave(this);
			if (this.subscription != null) {
				this.feed.unsubscribe(this.subscription);
			}
			complete(Objects.requireNonNull(this.request));
		}
	}

	private static void complete(AsyncContext request) {
		try {
			request.complete();
		}
		catch (IllegalStateException ex) {
			// the container has seen to it
		}
	}

	/** What the container does when the client has gone, which is no defect. */
	private final class Departure implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			gone();
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			gone();
		}

		@Override
		public void onError(AsyncEvent event) {
			gone();
			complete(event.getAsyncContext());
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
		}

	}

	private static String message(String answer) {
		return "event: next\ndata: " + answer + "\n\n";
	}

}
