package org.solidarity.exchange.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody.Place;

/** The address of an LM filing: states, territories, and Canada by its postal codes. */
final class UsPlace {

	private static final Set<String> STATES = Set.of("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA",
			"HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV",
			"NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA",
			"WA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI", "UM");

	/** The department's own codes for American Samoa and Wake Island. */
	private static final Map<String, String> OTHER_CODES = Map.of("SA", "AS", "WK", "UM");

	private static final Pattern CANADIAN = Pattern.compile("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d");

	private static final Map<Character, String> PROVINCES = Map.ofEntries(Map.entry('A', "CA-NL"),
			Map.entry('B', "CA-NS"), Map.entry('C', "CA-PE"), Map.entry('E', "CA-NB"), Map.entry('G', "CA-QC"),
			Map.entry('H', "CA-QC"), Map.entry('J', "CA-QC"), Map.entry('K', "CA-ON"), Map.entry('L', "CA-ON"),
			Map.entry('M', "CA-ON"), Map.entry('N', "CA-ON"), Map.entry('P', "CA-ON"), Map.entry('R', "CA-MB"),
			Map.entry('S', "CA-SK"), Map.entry('T', "CA-AB"), Map.entry('V', "CA-BC"), Map.entry('Y', "CA-YT"));

	private UsPlace() {
	}

	static Place of(Row row) {
		String city = city(row);
		String zip = row.text("zip");
		if (zip != null && CANADIAN.matcher(zip.toUpperCase(Locale.ROOT)).matches()) {
			return new Place("CA", PROVINCES.get(Character.toUpperCase(zip.charAt(0))), city);
		}
		String state = row.text("state");
		if (state == null) {
			return new Place(null, null, city);
		}
		String code = state.toUpperCase(Locale.ROOT);
		code = OTHER_CODES.getOrDefault(code, code);
		if (!STATES.contains(code)) {
			row.doubt("state", state, "this is not a state or territory; country and region left out");
			return new Place(null, null, city);
		}
		return new Place("US", "US-" + code, city);
	}

	private static @Nullable String city(Row row) {
		String city = row.text("city");
		if (city != null && city.length() > 200) {
			row.doubt("city", city, "the field is longer than 200 characters; left out");
			return null;
		}
		return city;
	}

}
