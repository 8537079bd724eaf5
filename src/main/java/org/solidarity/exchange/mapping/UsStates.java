package org.solidarity.exchange.mapping;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states and territories of the United States, by their postal codes and by their
 * names.
 */
final class UsStates {

	private static final Map<String, String> NAMES = Table.read("us-states", row -> row.getField("name"));

	private static final Map<String, String> CODES = NAMES.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

	private UsStates() {
	}

	static @Nullable String name(String code) {
		return NAMES.get(code);
	}

	/** ISO 3166-2 of a code or name. */
	static @Nullable String region(String place) {
		String code = NAMES.containsKey(place) ? place : CODES.get(place);
		return code == null ? null : "US-" + code;
	}

}
