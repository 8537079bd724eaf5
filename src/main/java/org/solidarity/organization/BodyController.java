package org.solidarity.organization;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class BodyController {

	private final Bodies bodies;

	BodyController(Bodies bodies) {
		this.bodies = bodies;
	}

	@QueryMapping
	Connection<Body> bodies(Viewer viewer, PageRequest page, @Argument @Nullable BodyFilter filter,
			@Argument @Nullable BodyOrder orderBy) {
		return this.bodies.list(viewer, page, filter, orderBy);
	}

	@MutationMapping
	CreateBody.Payload createBody(Viewer viewer, @Argument CreateBody.Input input) {
		return new CreateBody.Payload(this.bodies.create(viewer, input));
	}

}
