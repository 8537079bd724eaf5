package org.solidarity.exchange.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody.Place;

/** A place in one field: a state by code or name, a city and a state, or a country. */
final class EndorserPlace {

	private static final String UNITED_STATES = "US";

	private static final Map<String, String> COUNTRIES = Stream
		.concat(Arrays.stream(Locale.getISOCountries())
			.map(code -> Map.entry(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code)),
				Stream.of(Map.entry("Great Britain", "GB")))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private EndorserPlace() {
	}

	static Place of(Row row) {
		String place = row.text("place");
		if (place == null) {
			return Place.UNKNOWN;
		}
		int comma = place.lastIndexOf(", ");
		String last = comma < 0 ? place : place.substring(comma + 2);
		String city = comma < 0 ? null : UsPlace.city(row, "place", place.substring(0, comma));
		String region = UsStates.region(last);
		if (region != null) {
			return new Place(UNITED_STATES, region, city);
		}
		if (COUNTRIES.containsKey(last)) {
			return new Place(COUNTRIES.get(last), null, city);
		}
		var first = UsStates.region(last.split("[/-]", -1)[0]);
		row.doubt("place", place, first == null ? "this place is not known; left out"
				: "the place names several states; recorded without one");
		return first == null ? Place.UNKNOWN : new Place(UNITED_STATES, null, null);
	}

}
