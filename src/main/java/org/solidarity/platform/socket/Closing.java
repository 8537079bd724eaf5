package org.solidarity.platform.socket;

import org.springframework.web.socket.CloseStatus;

/** Why we close a WebSocket, with the numbers that graphql-transport-ws has for it. */
final class Closing {

	static final CloseStatus GOING_AWAY = new CloseStatus(1001, "The server stops");

	static final CloseStatus TOO_LARGE = new CloseStatus(1009, "Message too large");

	static final CloseStatus FULL = new CloseStatus(1013, "Too many connections");

	static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");

	static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");

	static final CloseStatus FORBIDDEN = new CloseStatus(4403, "Forbidden");

	static final CloseStatus NO_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");

	static final CloseStatus INIT_TIMEOUT = new CloseStatus(4408, "Connection initialisation timeout");

	static final CloseStatus SAME_ID = new CloseStatus(4409, "Subscriber already exists");

	static final CloseStatus TOO_MANY_INITS = new CloseStatus(4429, "Too many initialisation requests");

	static final CloseStatus TOO_MANY_SOCKETS = new CloseStatus(4429, "Too many sockets");

	private Closing() {
	}

}
