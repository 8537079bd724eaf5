package org.solidarity.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import org.solidarity.platform.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/** Gives a controller method the {@link Viewer} of the request. */
class ViewerArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Viewer.class;
	}

	@Override
	public Viewer resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		return environment.getGraphQlContext().get(Viewer.class);
	}

}
