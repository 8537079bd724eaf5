package org.solidarity.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class BodyController {

	private final Bodies bodies;

	BodyController(Bodies bodies) {
		this.bodies = bodies;
	}

	@QueryMapping
	Connection<Body> bodies(Viewer viewer, PageRequest page, @Argument @Nullable String search,
			@Argument @Nullable BodyFilter filter, @Argument @Nullable BodyOrder orderBy) {
		return this.bodies.list(viewer, page, search, filter, orderBy);
	}

	@QueryMapping
	Connection<Body> organizations(Viewer viewer, PageRequest page, @Argument @Nullable String search,
			@Argument @Nullable BodyFilter filter, @Argument @Nullable BodyOrder orderBy) {
		return this.bodies.organizations(viewer, page, search, filter, orderBy);
	}

	@QueryMapping
	Connection<Body> locals(Viewer viewer, PageRequest page, @Argument @Nullable String search,
			@Argument @Nullable BodyFilter filter, @Argument @Nullable BodyOrder orderBy) {
		return this.bodies.locals(viewer, page, search, filter, orderBy);
	}

	@QueryMapping
	Optional<Body> bodyByIdentifier(Viewer viewer, @Argument String scheme, @Argument String value) {
		return this.bodies.identified(viewer, scheme, value);
	}

	@QueryMapping
	Connection<Body> bodiesByAcronym(Viewer viewer, PageRequest page, @Argument String acronym) {
		return this.bodies.withAcronym(viewer, page, acronym);
	}

	@BatchMapping(typeName = "Body")
	Map<Body, String> displayName(List<Body> bodies, @ContextValue Viewer viewer) {
		return this.bodies.displayNames(viewer, bodies);
	}

	@SchemaMapping(typeName = "Body")
	@Nullable RiskLevel riskLevel(Body body, Viewer viewer) {
		return this.bodies.riskLevel(viewer, body);
	}

	@MutationMapping
	CreateBody.Payload createBody(Viewer viewer, @Argument CreateBody.Input input) {
		return new CreateBody.Payload(this.bodies.create(viewer, input));
	}

	@MutationMapping
	UpdateBody.Payload updateBody(Viewer viewer, @Argument UpdateBody.Input input) {
		return new UpdateBody.Payload(this.bodies.update(viewer, input));
	}

	@MutationMapping
	ChangeBodyStatus.Payload changeBodyStatus(Viewer viewer, @Argument ChangeBodyStatus.Input input) {
		return new ChangeBodyStatus.Payload(this.bodies.changeStatus(viewer, input));
	}

}
