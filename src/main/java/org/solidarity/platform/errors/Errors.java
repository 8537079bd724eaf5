package org.solidarity.platform.errors;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/**
 * Tells a refusal by its code, and of a defect nothing but an id under which it stands in
 * the log.
 */
@Component
class Errors extends DataFetcherExceptionResolverAdapter {

	private static final Refused UNBOUND = new Refused(ErrorCode.BAD_USER_INPUT,
			"An argument has a value that its type does not allow.");

	@Override
	protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
		var path = environment.getExecutionStepInfo().getPath();
		var refused = failure instanceof BindException ? UNBOUND
				: Failures.refusal(failure).orElseGet(() -> Failures.defect(failure, path));
		return ShownError.of(refused, List.of(environment.getField().getSourceLocation()), path.toList());
	}

}
