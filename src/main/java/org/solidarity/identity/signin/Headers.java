package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a browser may do with an answer: nothing, unless it is a page of ours. A page that
 * needs more writes its own policy before its answer is sent.
 */
class Headers implements HeaderWriter {

	private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		set(response, "Content-Security-Policy", NOTHING);
		String policy = response.getHeader("Content-Security-Policy");
		if (policy == null || !policy.contains("frame-ancestors *")) {
			set(response, "X-Frame-Options", "DENY");
		}
		set(response, "Cross-Origin-Opener-Policy", "same-origin");
		set(response, "Cross-Origin-Embedder-Policy", "require-corp");
		set(response, "Cross-Origin-Resource-Policy", "same-origin");
		set(response, "Referrer-Policy", "no-referrer");
		set(response, "Permissions-Policy",
				"accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");
	}

	private static void set(HttpServletResponse response, String name, String value) {
		if (!response.containsHeader(name)) {
			response.setHeader(name, value);
		}
	}

}
