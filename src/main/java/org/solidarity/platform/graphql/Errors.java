package org.solidarity.platform.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

	private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

	@Override
	protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
		var error = GraphqlErrorBuilder.newError(environment);
		if (failure instanceof Refused refused) {
			Map<String, Object> extensions = new HashMap<>(refused.extensions());
			extensions.put("code", refused.code().name());
			return error.message("%s", refused.getMessage()).extensions(extensions).build();
		}
		if (failure instanceof BindException) {
			return error.message("An argument has a value that its type does not allow.")
				.extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name()))
				.build();
		}
		return defect(failure, environment);
	}

	private static GraphQLError defect(Throwable failure, DataFetchingEnvironment environment) {
		String id = UUID.randomUUID().toString();
		LOG.error("defect {} at {}", id, environment.getExecutionStepInfo().getPath(), failure);
		return GraphqlErrorBuilder.newError(environment)
			.message("Something went wrong on our side; tell us the id.")
			.extensions(Map.of("code", ErrorCode.INTERNAL.name(), "id", id))
			.build();
	}

}
