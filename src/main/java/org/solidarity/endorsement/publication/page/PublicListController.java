package org.solidarity.endorsement.publication.page;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The public list in GraphQL. It needs no permission: anyone may ask. */
@Controller
class PublicListController {

	private static final String ENDORSERS = "PublicEndorserList.endorsers";

	private final PublicLists lists;

	private final NestedPages nested;

	PublicListController(PublicLists lists, NestedPages nested) {
		this.lists = lists;
		this.nested = nested;
		nested.<@Nullable Object, PublicEndorser>register(ENDORSERS,
				(viewer, ids, page, none) -> lists.pages(viewer, ids, page));
	}

	@QueryMapping
	@Nullable PublicList publicEndorserList(Viewer viewer, @Argument String slug) {
		return this.lists.find(viewer, slug).orElse(null);
	}

	@SchemaMapping(typeName = "PublicEndorserList")
	CompletableFuture<Connection<PublicEndorser>> endorsers(PublicList list, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, ENDORSERS, list.id(), page, null);
	}

	@BatchMapping(typeName = "PublicEndorserList", field = "byKind")
	Map<PublicList, List<PublicEndorser.Count>> counts(List<PublicList> lists, @ContextValue Viewer viewer) {
		var found = this.lists.counts(viewer, lists.stream().map(PublicList::id).toList());
		Map<PublicList, List<PublicEndorser.Count>> of = new HashMap<>();
		lists.forEach(list -> of.put(list, found.getOrDefault(list.id(), List.of())));
		return of;
	}

}
