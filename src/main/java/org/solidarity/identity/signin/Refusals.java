package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.http.HttpErrors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers whom the door does not let through: a program with an error, a person with the
 * sign-in page.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (isPerson(request)) {
			response.sendRedirect("/sign-in");
			return;
		}
		write(request, response, Refused.unauthenticated());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException {
		write(request, response,
				new Refused(ErrorCode.FORBIDDEN,
						reason instanceof CsrfException
								? "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN as well."
								: "You may not see this."));
	}

	void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
		head(response, refused);
		HttpErrors.write(request, response, refused);
	}

	/** What the headers tell about a refusal. */
	void head(HttpServletResponse response, Refused refused) {
		if (refused.extensions().get("retryAfter") instanceof Long seconds) {
			response.setHeader("Retry-After", seconds.toString());
		}
	}

	/** Whether a browser asks for a page, which is not the API. */
	private static boolean isPerson(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return request.getMethod().equals("GET") && accept != null && accept.contains("text/html")
				&& !request.getRequestURI().startsWith("/graphql");
	}

}
