package org.solidarity.platform.limits;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Tells a caller, inside of a query, what the query costs and what is left. */
@Controller
class RateLimitController {

	@QueryMapping
	Charge rateLimit(GraphQLContext context) {
		return context.get(Charge.class);
	}

}
