package org.solidarity.platform.page;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Connections below other objects: however many parents ask for one with the same
 * arguments, it is fetched once.
 */
@Component
public class NestedPages {

	private final BatchLoaderRegistry registry;

	NestedPages(BatchLoaderRegistry registry) {
		this.registry = registry;
	}

	/**
	 * @param <A> the arguments beside paging, a record
	 */
	public interface Loader<A, R> {

		Map<UUID, Connection<R>> load(Viewer viewer, List<UUID> parents, PageRequest page, A arguments);

	}

	private record Key(UUID parent, PageRequest page, @Nullable Object arguments) {
	}

	/**
	 * @param field as {@code Parent.field}
	 */
	@SuppressWarnings("unchecked")
	public <A extends @Nullable Object, R> void register(String field, Loader<A, R> loader) {
		this.registry.<Key, Connection<R>>forName(field).registerMappedBatchLoader((keys, environment) -> {
			GraphQLContext context = Objects.requireNonNull(environment.getContext());
			Viewer viewer = context.get(Viewer.class);
			Map<Key, List<UUID>> parents = new HashMap<>();
			keys.forEach(key -> parents
				.computeIfAbsent(new Key(new UUID(0, 0), key.page(), key.arguments()), same -> new ArrayList<>())
				.add(key.parent()));
			Map<Key, Connection<R>> found = new HashMap<>();
			parents.forEach((same, ids) -> loader.load(viewer, ids, same.page(), (A) same.arguments())
				.forEach((id, page) -> found.put(new Key(id, same.page(), same.arguments()), page)));
			return Mono.just(found);
		});
	}

	public <R> CompletableFuture<Connection<R>> load(DataFetchingEnvironment environment, String field, UUID parent,
			PageRequest page, @Nullable Object arguments) {
		return Objects.requireNonNull(environment.<Key, Connection<R>>getDataLoader(field))
			.load(new Key(parent, page, arguments));
	}

}
