package org.solidarity.platform.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives many parents what each of them names, for batch mappings. */
public final class Parents {

	private Parents() {
	}

	/**
	 * What each parent names by an id; a parent that names nothing, or nothing that is
	 * found, is absent.
	 * @param find finds all of them at once
	 */
	public static <P, T> Map<P, T> each(Collection<P> parents, Function<P, @Nullable UUID> id,
			Function<List<UUID>, Map<UUID, T>> find) {
		Map<UUID, T> found = find.apply(parents.stream().map(id).filter(Objects::nonNull).distinct().toList());
		Map<P, T> of = new HashMap<>();
		parents.forEach(parent -> {
			UUID named = id.apply(parent);
			if (named != null && found.containsKey(named)) {
				of.put(parent, found.get(named));
			}
		});
		return of;
	}

}
