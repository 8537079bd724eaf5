package org.solidarity.platform.live;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Executes a subscription's document: once to learn what it listens to, then for each
 * event as if it were a query, with the same limits, in a snapshot of its own.
 */
@Component
class Executions {

	private final WebGraphQlHandler graphql;

	Executions(WebGraphQlHandler graphql) {
		this.graphql = graphql;
	}

	/** Its data is the {@link Live} of the document; where it has none, it has errors. */
	WebGraphQlResponse start(Viewer viewer, Asked asked) {
		return execute(viewer, asked, new Start(), Map.of());
	}

	/** The answer to an event that has this value. */
	WebGraphQlResponse deliver(Viewer viewer, Asked asked, Object value) {
		return execute(viewer, asked, new Delivery(value), Map.of(Limits.NO_REQUEST, true));
	}

	private WebGraphQlResponse execute(Viewer viewer, Asked asked, Object phase, Map<String, Object> attributes) {
		var request = new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(), new LinkedMultiValueMap<>(),
				null, attributes,
				new DefaultGraphQlRequest(asked.document(), asked.operation(), asked.variables(), Map.of()),
				UUID.randomUUID().toString(), Locale.ENGLISH);
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(context -> context.put(phase.getClass(), phase)).build());
		return as(viewer, request);
	}

	/** The viewer is on the thread only while the request is handled. */
	private WebGraphQlResponse as(Viewer viewer, WebGraphQlRequest request) {
		var authentication = new PreAuthenticatedAuthenticationToken(viewer, "", List.of());
		SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
		try {
			return Objects.requireNonNull(this.graphql.handleRequest(request).block());
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	static @Nullable Live<?> live(WebGraphQlResponse answer) {
		return answer.getErrors().isEmpty() && answer.getData() instanceof Live<?> live ? live : null;
	}

}
