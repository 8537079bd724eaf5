package org.solidarity.platform.graphql;

import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the signed-in {@link Viewer} into the context of the request, where loaders and
 * fetchers find it: by its class, and as {@code @ContextValue Viewer viewer} by its name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ViewerInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
			return Mono.error(Refused.unauthenticated());
		}
		request.configureExecutionInput((input, builder) -> builder
			.graphQLContext(context -> context.put(Viewer.class, viewer).put("viewer", viewer))
			.build());
		return chain.next(request);
	}

}
