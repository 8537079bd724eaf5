package org.solidarity.platform.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.UserError;

/**
 * Makes of an {@link Invalid} the payload's {@code errors}, beside a null entity; of a
 * payload that came back, an empty list.
 */
class MutationErrors extends SimplePerformantInstrumentation {

	/**
	 * What a refused mutation returns: of all the payload's fields, only {@code errors}.
	 */
	record Payload(List<UserError> errors) {
	}

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		var type = parameters.getEnvironment().getParentType();
		if (type instanceof GraphQLObjectType object && object.getName().equals("Mutation")) {
			return environment -> {
				try {
					Object payload = fetcher.get(environment);
					return payload instanceof CompletionStage<?> stage
							? stage.<Object>handle((made, failure) -> failure == null ? made : payload(failure))
							: payload;
				}
				catch (Invalid invalid) {
					return new Payload(invalid.errors());
				}
			};
		}
		return fetcher;
	}

	private static Payload payload(Throwable failure) {
		Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
				: failure;
		if (cause instanceof Invalid invalid) {
			return new Payload(invalid.errors());
		}
		throw failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
	}

}
