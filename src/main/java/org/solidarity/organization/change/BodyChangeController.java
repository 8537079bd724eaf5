package org.solidarity.organization.change;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class BodyChangeController {

	private static final String HISTORY = "Body.history";

	private final NestedPages nestedPages;

	BodyChangeController(BodyChanges changes, NestedPages nestedPages) {
		this.nestedPages = nestedPages;
		nestedPages.<@Nullable Object, BodyChange>register(HISTORY,
				(viewer, bodies, page, none) -> changes.of(viewer, bodies, page));
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<BodyChange>> history(Body body, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, HISTORY, body.id(), page, null);
	}

}
