package org.solidarity.platform.socket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Callers;
import org.solidarity.platform.connection.Connections;
import org.solidarity.platform.connection.LiveLimits;
import org.solidarity.platform.connection.Pulse;
import org.solidarity.platform.errors.Failures;
import org.solidarity.platform.http.JsonObjects;
import org.solidarity.platform.live.Feed;
import org.solidarity.platform.live.Subscription;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Speaks graphql-transport-ws with every WebSocket. */
@Component
class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable {

	private static final String PROTOCOL = "graphql-transport-ws";

	private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

	private final Connections connections;

	private final Feed feed;

	private final Callers callers;

	private final JsonObjects json;

	private final Pulse pulse;

	private final LiveLimits limits;

	SocketHandler(Connections connections, Feed feed, Callers callers, JsonObjects json, Pulse pulse,
			LiveLimits limits) {
		this.connections = connections;
		this.feed = feed;
		this.callers = callers;
		this.json = json;
		this.pulse = pulse;
		this.limits = limits;
	}

	@Override
	public List<String> getSubProtocols() {
		return List.of(PROTOCOL);
	}

	/** So that no more of a message is kept than is allowed. */
	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		var socket = new Socket(session, this.limits);
		this.sockets.put(session.getId(), socket);
		if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
			socket.close(Closing.NO_PROTOCOL);
			return;
		}
		try {
			this.connections.enter(socket);
		}
		catch (Refused full) {
			socket.close(Closing.FULL);
			return;
		}
		try {
			this.connections.own(socket, Viewer.anyone(address(session)).id(), "sockets", this.limits.sockets());
		}
		catch (Refused tooMany) {
			socket.close(Closing.TOO_MANY_SOCKETS);
			return;
		}
		this.pulse.after(this.limits.init(), () -> {
			if (socket.initialise()) {
				socket.close(Closing.INIT_TIMEOUT);
			}
		});
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage text) {
		Socket socket = this.sockets.get(session.getId());
		if (socket == null) {
			return;
		}
		try {
			socket.take(text)
				.ifPresent(whole -> Message.of(this.json.read(whole))
					.ifPresentOrElse(message -> handle(socket, session, message), () -> socket.close(Closing.INVALID)));
		}
		catch (Refused notJson) {
			socket.close(Closing.INVALID);
		}
	}

	private void handle(Socket socket, WebSocketSession session, Message message) {
		switch (message.type()) {
			case "connection_init" -> initialise(socket, session, message);
			case "ping" -> socket.pong();
			case "pong" -> {
			}
			case "subscribe" -> subscribe(socket, message);
			case "complete" -> {
				if (message.id() == null) {
					socket.close(Closing.INVALID);
				}
				else {
					socket.end(message.id()).ifPresent(this.feed::unsubscribe);
				}
			}
			default -> socket.close(Closing.INVALID);
		}
	}

	private void initialise(Socket socket, WebSocketSession session, Message message) {
		if (!socket.initialise()) {
			socket.close(Closing.TOO_MANY_INITS);
			return;
		}
		try {
			var caller = caller(session, message);
			var viewer = caller.flatMap(Caller::viewer);
			if (viewer.isEmpty()) {
				socket.close(Closing.FORBIDDEN);
				return;
			}
			this.connections.own(socket, viewer.get().id(), "sockets", this.limits.sockets());
			socket.greet(caller.orElseThrow());
		}
		catch (Refused tooMany) {
			socket.close(tooMany.code() == ErrorCode.RATE_LIMITED ? Closing.FORBIDDEN : Closing.TOO_MANY_SOCKETS);
		}
	}

	private Optional<Caller> caller(WebSocketSession session, Message message) {
		var token = message.token();
		return token.isPresent() ? this.callers.bearing(token.get(), address(session))
				: Optional.ofNullable((Caller) session.getAttributes().get(CallerInterceptor.CALLER));
	}

	private static String address(WebSocketSession session) {
		return (String) session.getAttributes().get(CallerInterceptor.ADDRESS);
	}

	private void subscribe(Socket socket, Message message) {
		var caller = socket.caller();
		String id = message.id();
		var asked = message.asked();
		if (caller == null) {
			socket.close(Closing.UNAUTHORIZED);
			return;
		}
		if (id == null || asked.isEmpty()) {
			socket.close(Closing.INVALID);
			return;
		}
		int subscriptions = socket.reserve(id);
		if (subscriptions < 0) {
			socket.close(Closing.SAME_ID);
			return;
		}
		if (subscriptions > this.limits.subscriptions()) {
			socket.error(id, List
				.of(Failures.shown(Refused.limit("subscriptions", subscriptions, this.limits.subscriptions()))));
			return;
		}
		Subscription begun = this.feed.subscribe(caller, asked.get(), socket.sink(id));
		if (begun != null && !socket.begin(id, begun)) {
			this.feed.unsubscribe(begun);
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		Socket socket = this.sockets.get(session.getId());
		if (socket != null) {
			socket.heard();
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Socket socket = this.sockets.remove(session.getId());
		if (socket != null) {
			this.connections.leave(socket);
			socket.endAll().forEach(this.feed::unsubscribe);
			socket.close(CloseStatus.NORMAL);
		}
	}

}
