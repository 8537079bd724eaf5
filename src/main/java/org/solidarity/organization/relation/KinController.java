package org.solidarity.organization.relation;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class KinController {

	private static final String PARENTS = "Body.parents";

	private static final String ANCESTORS = "Body.ancestors";

	private static final String DESCENDANTS = "Body.descendants";

	private final NestedPages nestedPages;

	private final NestedValues nestedValues;

	KinController(Kin kin, NestedPages nestedPages, NestedValues nestedValues) {
		this.nestedPages = nestedPages;
		this.nestedValues = nestedValues;
		nestedValues.<@Nullable LocalDate, List<Body>>register(PARENTS, kin::parents);
		nestedValues.<@Nullable LocalDate, List<Body>>register(ANCESTORS, kin::ancestors);
		nestedPages.<@Nullable LocalDate, Body>register(DESCENDANTS, kin::descendants);
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<List<Body>> parents(Body body, @Argument @Nullable LocalDate at,
			DataFetchingEnvironment environment) {
		return list(environment, PARENTS, body, at);
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<List<Body>> ancestors(Body body, @Argument @Nullable LocalDate at,
			DataFetchingEnvironment environment) {
		return list(environment, ANCESTORS, body, at);
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<Body>> descendants(Body body, PageRequest page, @Argument @Nullable LocalDate at,
			DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, DESCENDANTS, body.id(), page, at);
	}

	private CompletableFuture<List<Body>> list(DataFetchingEnvironment environment, String field, Body body,
			@Nullable LocalDate at) {
		return this.nestedValues.<@Nullable List<Body>>load(environment, field, body.id(), at)
			.thenApply(bodies -> Objects.requireNonNullElse(bodies, List.of()));
	}

}
