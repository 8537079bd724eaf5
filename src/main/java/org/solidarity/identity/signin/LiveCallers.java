package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.connection.Callers;
import org.springframework.stereotype.Component;

/** Knows who opens a connection by the same proofs that a request is let in by. */
@Component
class LiveCallers implements Callers {

	private final ApiTokens tokens;

	private final Guesses guesses;

	private final SessionViewer sessions;

	LiveCallers(ApiTokens tokens, Guesses guesses, SessionViewer sessions) {
		this.tokens = tokens;
		this.guesses = guesses;
		this.sessions = sessions;
	}

	private record Bearer(ApiTokens tokens, ApiTokens.Proof proof) implements Caller {

		@Override
		public Optional<Viewer> viewer() {
			return this.tokens.viewer(this.proof);
		}

	}

	private record Session(SessionViewer sessions, String id) implements Caller {

		@Override
		public Optional<Viewer> viewer() {
			return this.sessions.viewer(this.id);
		}

	}

	@Override
	public Optional<Caller> of(HttpServletRequest request) {
		if (TokenFilter.isTokenIn(request)) {
			return ApiTokens.proof(TokenFilter.token(request), request.getRemoteAddr())
				.map(proof -> new Bearer(this.tokens, proof));
		}
		return Optional.ofNullable(request.getSession(false))
			.map(session -> new Session(this.sessions, session.getId()));
	}

	@Override
	public Optional<Caller> bearing(String token, String address) {
		var caller = ApiTokens.proof(token, address).map(proof -> new Bearer(this.tokens, proof));
		if (caller.flatMap(Bearer::viewer).isEmpty()) {
			this.guesses.count(address);
			return Optional.empty();
		}
		return caller.map(Caller.class::cast);
	}

}
