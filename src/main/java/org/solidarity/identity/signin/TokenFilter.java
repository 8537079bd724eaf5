package org.solidarity.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the sender of a request by its API token. Where there is a token, no session is
 * looked at, so that no other site can forge the request; a token in the address of a
 * request is none.
 */
class TokenFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer";

	private final ApiTokens tokens;

	private final Guesses guesses;

	private final Refusals refusals;

	TokenFilter(ApiTokens tokens, Guesses guesses, Refusals refusals) {
		this.tokens = tokens;
		this.guesses = guesses;
		this.refusals = refusals;
	}

	static boolean isTokenIn(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return header != null && (header + " ").regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
	}

	/** The token of a request that has one. */
	static String token(HttpServletRequest request) {
		return request.getHeader("Authorization").substring(SCHEME.length()).strip();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isTokenIn(request)) {
			var viewer = this.tokens.viewer(token(request), request.getRemoteAddr());
			if (viewer.isEmpty()) {
				refuse(request, response);
				return;
			}
			CsrfFilter.skipRequest(request);
			SecurityContextHolder.setContext(new SecurityContextImpl(new ViewerAuthentication(viewer.get())));
		}
		chain.doFilter(request, response);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			this.guesses.count(request.getRemoteAddr());
			this.refusals.write(request, response, new Refused(ErrorCode.UNAUTHENTICATED,
					"This API token is unknown, expired, revoked, or not for your address."));
		}
		catch (Refused tooMany) {
			this.refusals.write(request, response, tooMany);
		}
	}

}
