package org.solidarity.platform.page;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fields with arguments below other objects: however many parents ask for one with the
 * same arguments, it is fetched once.
 */
@Component
public class NestedValues {

	private final BatchLoaderRegistry registry;

	NestedValues(BatchLoaderRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Finds the field of each parent; a parent that is absent from the answer has null.
	 *
	 * @param <A> the arguments, a value that equals its like
	 */
	public interface Loader<A, R> {

		Map<UUID, R> load(Viewer viewer, List<UUID> parents, A arguments);

	}

	private record Key(UUID parent, @Nullable Object arguments) {
	}

	/**
	 * @param field as {@code Parent.field}
	 */
	@SuppressWarnings("unchecked")
	public <A extends @Nullable Object, R> void register(String field, Loader<A, R> loader) {
		this.registry.<Key, R>forName(field).registerMappedBatchLoader((keys, environment) -> {
			GraphQLContext context = Objects.requireNonNull(environment.getContext());
			Viewer viewer = context.get(Viewer.class);
			Set<@Nullable Object> asked = new HashSet<>();
			keys.forEach(key -> asked.add(key.arguments()));
			Map<Key, R> found = new HashMap<>();
			asked.forEach(same -> loader.load(viewer,
					keys.stream().filter(key -> Objects.equals(key.arguments(), same)).map(Key::parent).toList(),
					(A) same)
				.forEach((id, value) -> found.put(new Key(id, same), value)));
			return Mono.just(found);
		});
	}

	public <R> CompletableFuture<R> load(DataFetchingEnvironment environment, String field, UUID parent,
			@Nullable Object arguments) {
		return Objects.requireNonNull(environment.<Key, R>getDataLoader(field)).load(new Key(parent, arguments));
	}

}
