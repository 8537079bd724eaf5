package org.solidarity.platform.limits;

import graphql.parser.ParserOptions;
import java.time.Clock;
import org.solidarity.platform.Viewer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds a request against the limits that need no parsing, and starts its time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class LimitsInterceptor implements WebGraphQlInterceptor {

	private final Limits limits;

	private final Rates rates;

	private final Clock clock;

	private final ParserOptions parsing;

	LimitsInterceptor(Limits limits, Rates rates, Clock clock) {
		this.limits = limits;
		this.rates = rates;
		this.clock = clock;
		this.parsing = ParserOptions.newParserOptions()
			.maxCharacters(limits.documentCharacters())
			.maxTokens(limits.documentTokens())
			.maxWhitespaceTokens(limits.documentCharacters())
			.captureIgnoredChars(false)
			.captureLineComments(false)
			.redactTokenParserErrorMessages(true)
			.build();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer
				&& !request.getAttributes().containsKey(Limits.NO_REQUEST)) {
			this.rates.request(viewer.id());
		}
		String document = request.getDocument();
		Limits.check("documentCharacters", document.length(), this.limits.documentCharacters());
		Values.requireText(document);
		Values.check(this.limits, request.getOperationName());
		Values.check(this.limits, request.getVariables());
		request.configureExecutionInput((input,
				builder) -> builder.graphQLContext(context -> context.put(ParserOptions.class, this.parsing)).build());
		Deadline.start(this.clock, this.limits.operationTime());
		return chain.next(request).doFinally(signal -> Deadline.stop());
	}

}
