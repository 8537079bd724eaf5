package org.solidarity.platform.socket;

import java.util.List;
import java.util.Map;
import org.solidarity.platform.connection.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

	/**
	 * In front of the endpoint for POST. A page of another site is refused, whatever it
	 * brings along.
	 */
	@Bean
	WebSocketHandlerMapping socketMapping(SocketHandler sockets, Callers callers) {
		var handler = new WebSocketHttpRequestHandler(sockets, new DefaultHandshakeHandler());
		handler.setHandshakeInterceptors(List.of(new OriginHandshakeInterceptor(), new CallerInterceptor(callers)));
		var mapping = new WebSocketHandlerMapping();
		mapping.setWebSocketUpgradeMatch(true);
		mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
		mapping.setUrlMap(Map.of("/graphql", handler));
		return mapping;
	}

}
