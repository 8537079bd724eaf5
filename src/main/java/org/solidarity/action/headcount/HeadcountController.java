package org.solidarity.action.headcount;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class HeadcountController {

	private static final String ACTION_HEADCOUNTS = "Action.headcounts";

	private final Headcounts headcounts;

	private final Bodies bodies;

	private final NestedPages nested;

	HeadcountController(Headcounts headcounts, Bodies bodies, NestedPages nested) {
		this.headcounts = headcounts;
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, Headcount>register(ACTION_HEADCOUNTS,
				(viewer, ids, page, none) -> headcounts.of(viewer, ids, page));
	}

	@SchemaMapping(typeName = "Action", field = "headcounts")
	CompletableFuture<Connection<Headcount>> headcountsOfAction(Action action, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, ACTION_HEADCOUNTS, action.id(), page, null);
	}

	@BatchMapping
	Map<Headcount, Body> body(List<Headcount> headcounts, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, headcounts, Headcount::bodyId);
	}

	@MutationMapping
	RecordHeadcount.Payload recordHeadcount(Viewer viewer, @Argument RecordHeadcount.Input input) {
		return this.headcounts.record(viewer, input);
	}

}
