package org.solidarity.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.page.PageRequest;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/**
 * Gives a controller method its {@link PageRequest} from {@code first}, {@code after},
 * {@code last}, {@code before}.
 */
class PageArguments implements HandlerMethodArgumentResolver {

	private final Limits limits;

	PageArguments(Limits limits) {
		this.limits = limits;
	}

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

	private @Nullable Integer size(String argument, DataFetchingEnvironment environment) {
		Integer size = environment.getArgument(argument);
		if (size != null && size < 0) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					argument + " is " + size + "; allowed are 0 to " + this.limits.pageSize() + ".");
		}
		if (size != null && size > this.limits.pageSize()) {
			throw Refused.limit("pageSize", size, this.limits.pageSize());
		}
		return size;
	}

}
