package org.solidarity.platform.socket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Callers;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Keeps who asked for a WebSocket. A cookie counts only where the page that asked says
 * that it is ours: a browser says so, and no other site can make it.
 */
class CallerInterceptor implements HandshakeInterceptor {

	static final String CALLER = Caller.class.getName();

	static final String ADDRESS = "address";

	private final Callers callers;

	CallerInterceptor(Callers callers) {
		this.callers = callers;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		var asked = ((ServletServerHttpRequest) request).getServletRequest();
		attributes.put(ADDRESS, asked.getRemoteAddr());
		if (request.getHeaders().getOrigin() != null || asked.getHeader("Authorization") != null) {
			this.callers.of(asked).ifPresent(caller -> attributes.put(CALLER, caller));
		}
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception failure) {
	}

}
