package org.solidarity.platform.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * Refuses a {@code filter} that is too much, whatever field it is an argument of. An
 * input type whose name ends with {@code Filter} is a filter; every other one in it
 * compares.
 */
class FilterLimits extends SimplePerformantInstrumentation {

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		GraphQLArgument filter = parameters.getEnvironment().getFieldDefinition().getArgument("filter");
		if (filter == null || !(GraphQLTypeUtil.unwrapAll(filter.getType()) instanceof GraphQLInputObjectType type)) {
			return fetcher;
		}
		return environment -> {
			Map<String, Object> given = environment.getArgument("filter");
			if (given != null) {
				check(new FilterSize().add(type, given, 0));
			}
			return fetcher.get(environment);
		};
	}

	private static void check(FilterSize size) {
		atMost(3, size.depth(), "filterDepth", "levels of filters below it");
		atMost(20, size.conditions(), "filterConditions", "conditions");
		atMost(100, size.values(), "filterValues", "values");
	}

	private static void atMost(int allowed, int asked, String limit, String what) {
		if (asked > allowed) {
			throw new Refused(ErrorCode.LIMIT_EXCEEDED,
					"filter has " + asked + " " + what + "; at most " + allowed + " are allowed.",
					Map.of("limit", limit, "asked", asked, "allowed", allowed));
		}
	}

}
