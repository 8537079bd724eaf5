package org.solidarity.platform.errors;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import org.solidarity.platform.limits.Limits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The outermost step of every request: whatever went wrong within becomes errors that
 * have a code, and not more of them than are allowed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerErrors implements WebGraphQlInterceptor {

	private final Limits limits;

	AnswerErrors(Limits limits) {
		this.limits = limits;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> chain.next(request)).map(this::shown).onErrorResume(failure -> {
			var refused = Failures.refusal(failure).orElseGet(() -> Failures.defect(failure, "request"));
			var result = ExecutionResult.newExecutionResult().addError(ShownError.of(refused, null, null)).build();
			return Mono.just(response(request.toExecutionInput(), result));
		});
	}

	private WebGraphQlResponse shown(WebGraphQlResponse response) {
		var result = response.getExecutionResult();
		if (result.getErrors().isEmpty()) {
			return response;
		}
		List<GraphQLError> errors = result.getErrors()
			.stream()
			.limit(this.limits.errors())
			.map(RequestErrors::shown)
			.toList();
		return response(response.getExecutionInput(), result.transform(answer -> answer.errors(errors)));
	}

	private static WebGraphQlResponse response(graphql.ExecutionInput input, ExecutionResult result) {
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
	}

}
