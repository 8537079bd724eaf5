package org.solidarity.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.page.PageRequest;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/**
 * Gives a controller method its {@link PageRequest} from {@code first}, {@code after},
 * {@code last}, {@code before}.
 */
class PageArguments implements HandlerMethodArgumentResolver {

	private static final int MAXIMUM = 100;

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageRequest.class;
	}

	@Override
	public PageRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		Integer first = size("first", environment);
		Integer last = size("last", environment);
		if (first != null && last != null) {
			throw new Refused(ErrorCode.BAD_USER_INPUT, "first and last exclude each other; give one of them.");
		}
		var selected = environment.getSelectionSet();
		boolean backward = last != null;
		Integer size = backward ? last : first;
		return new PageRequest(size != null ? size : PageRequest.DEFAULT_SIZE, backward,
				environment.getArgument("after"), environment.getArgument("before"), selected.contains("totalCount"),
				selected.contains(backward ? "pageInfo/hasNextPage" : "pageInfo/hasPreviousPage"));
	}

	private static @Nullable Integer size(String argument, DataFetchingEnvironment environment) {
		Integer size = environment.getArgument(argument);
		if (size != null && size < 0) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					argument + " is " + size + "; allowed are 0 to " + MAXIMUM + ".");
		}
		if (size != null && size > MAXIMUM) {
			throw new Refused(ErrorCode.LIMIT_EXCEEDED,
					argument + " is " + size + "; at most " + MAXIMUM + " are given at once.",
					Map.of("limit", "pageSize", "asked", size, "allowed", MAXIMUM));
		}
		return size;
	}

}
