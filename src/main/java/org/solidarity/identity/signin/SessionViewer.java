package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.solidarity.identity.SignIns;
import org.solidarity.identity.password.SignInRules;
import org.solidarity.platform.Viewer;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps nothing in a session but whose it is. What that account may do is read anew with
 * each request, so that disabling it or giving it another role acts at once.
 */
@Component
class SessionViewer implements SecurityContextRepository {

	private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	private final SignIns signIns;

	private final SessionRepository<?> repository;

	private final SignInRules rules;

	private final Clock clock;

	SessionViewer(SignIns signIns, SessionRepository<?> repository, SignInRules rules, Clock clock) {
		this.signIns = signIns;
		this.repository = repository;
		this.rules = rules;
		this.clock = clock;
	}

	/** Begins a session of this account in place of whatever session there was. */
	void begin(HttpServletRequest request, UUID account) {
		end(request);
		request.getSession(true).setAttribute(ACCOUNT, account.toString());
	}

	void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Deferred(() -> context(request));
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return context(holder.getRequest());
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		throw new UnsupportedOperationException("a session begins with a sign-in");
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return context(request).getAuthentication() != null;
	}

	private SecurityContext context(HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false))
			.flatMap(this::viewer)
			.<SecurityContext>map(SecurityContextImpl::new)
			.orElseGet(SecurityContextHolder::createEmptyContext);
	}

	private Optional<ViewerAuthentication> viewer(HttpSession session) {
		return viewer(session.getAttribute(ACCOUNT), Instant.ofEpochMilli(session.getCreationTime()))
			.map(ViewerAuthentication::new);
	}

	/**
	 * Whose session that is, where it has not ended; that it is asked does not prolong
	 * it.
	 */
	Optional<Viewer> viewer(String session) {
		return Optional.<Session>ofNullable(this.repository.findById(session))
			.flatMap(found -> viewer(found.getAttribute(ACCOUNT), found.getCreationTime()));
	}

	private Optional<Viewer> viewer(@Nullable Object account, Instant begun) {
		boolean over = begun.plus(this.rules.longestSession()).isBefore(this.clock.instant());
		return !over && account instanceof String id ? this.signIns.viewer(UUID.fromString(id), begun)
				: Optional.empty();
	}

	/** Asks once, and only where someone wants to know. */
	private static final class Deferred implements DeferredSecurityContext {

		private final Supplier<SecurityContext> source;

		private @Nullable SecurityContext context;

		Deferred(Supplier<SecurityContext> source) {
			this.source = source;
		}

		@Override
		public SecurityContext get() {
			if (this.context == null) {
				this.context = this.source.get();
			}
			return this.context;
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}

	}

}
