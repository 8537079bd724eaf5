package org.solidarity.exchange.mapping;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states and territories of the United States, by their postal codes and by their
 * names.
 */
public final class UsStates {

	private static final Map<String, String> NAMES = Table.read("us-states", row -> row.getField("name"));

	private static final Map<String, String> CODES = NAMES.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

	private static final Map<String, String> TIME_ZONES = Table.read("us-states", row -> row.getField("time_zone"));

	private UsStates() {
	}

	static @Nullable String name(String code) {
		return NAMES.get(code);
	}

	/** By IANA, that of most of the state; null for none. */
	public static @Nullable String timeZone(String code) {
		return TIME_ZONES.get(code);
	}

	/** ISO 3166-2 of a code or name. */
	public static @Nullable String region(String place) {
		String code = NAMES.containsKey(place) ? place : CODES.get(place);
		return code == null ? null : "US-" + code;
	}

}
