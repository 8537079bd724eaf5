package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Whether a request came in by the port that the operator has set apart for the actuator,
 * {@code management.server.port}: whoever reaches that one may read it, so it belongs on
 * an address that only the monitoring reaches.
 */
@Component
class ManagementPort implements RequestMatcher {

	private final int own;

	ManagementPort(@Value("${management.server.port:0}") int management, @Value("${server.port:8080}") int server) {
		this.own = management != server ? management : 0;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return this.own > 0 && request.getLocalPort() == this.own;
	}

}
