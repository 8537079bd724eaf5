package org.solidarity.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the sender of a request by its API token. */
class TokenFilter extends OncePerRequestFilter {

	private final IdentityRepository identities;

	private final Transactions transactions;

	private final Clock clock;

	TokenFilter(IdentityRepository identities, Transactions transactions, Clock clock) {
		this.identities = identities;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader("Authorization");
		if (header != null && header.startsWith("Bearer ")) {
			String token = header.substring(7);
			var viewer = ApiToken.isWellFormed(token)
					? this.transactions.read(Viewer.SYSTEM,
							() -> this.identities.byToken(ApiToken.hash(token), this.clock.instant()))
					: java.util.Optional.<Viewer>empty();
			if (viewer.isEmpty()) {
				response.sendError(401);
				return;
			}
			var context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new ViewerAuthentication(viewer.get()));
			SecurityContextHolder.setContext(context);
		}
		chain.doFilter(request, response);
	}

}
