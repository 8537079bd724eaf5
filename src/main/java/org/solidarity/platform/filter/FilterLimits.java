package org.solidarity.platform.filter;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.limits.Limits;
import org.springframework.stereotype.Component;

/**
 * Refuses a {@code filter} that is too much, whatever field it is an argument of. An
 * input type whose name ends with {@code Filter} is a filter; every other one in it
 * compares.
 */
@Component
class FilterLimits extends SimplePerformantInstrumentation {

	private final Limits limits;

	FilterLimits(Limits limits) {
		this.limits = limits;
	}

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

	private void check(FilterSize size) {
		Limits.check("filterDepth", size.depth(), this.limits.filterDepth());
		Limits.check("filterConditions", size.conditions(), this.limits.filterConditions());
		Limits.check("filterValues", size.values(), this.limits.filterValues());
	}

}
