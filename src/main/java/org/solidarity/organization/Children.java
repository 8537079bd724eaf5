package org.solidarity.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Short lists below bodies, fetched for all of the bodies at once. */
public final class Children {

	private static final int MAXIMUM = 100;

	private Children() {
	}

	/** The first hundred of each body; a body without any has an empty list. */
	public static <C> Map<Body, List<C>> of(Collection<Body> bodies, Function<List<UUID>, List<C>> fetch,
			Function<C, UUID> body) {
		Map<UUID, List<C>> found = fetch.apply(bodies.stream().map(Body::id).distinct().toList())
			.stream()
			.collect(Collectors.groupingBy(body));
		Map<Body, List<C>> children = new HashMap<>();
		bodies.forEach(
				each -> children.put(each, found.getOrDefault(each.id(), List.of()).stream().limit(MAXIMUM).toList()));
		return children;
	}

}
