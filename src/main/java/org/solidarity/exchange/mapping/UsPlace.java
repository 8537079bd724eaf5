package org.solidarity.exchange.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody.Place;

/** The address of an LM filing: states, territories, and Canada by its postal codes. */
final class UsPlace {

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
		String city = city(row, "city", row.text("city"));
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
		if (UsStates.name(code) == null) {
			row.doubt("state", state, "this is not a state or territory; country and region left out");
			return new Place(null, null, city);
		}
		return new Place("US", UsStates.region(code), city);
	}

	/** The city, where it is not too long. */
	static @Nullable String city(Row row, String column, @Nullable String city) {
		if (city != null && city.length() > 200) {
			row.doubt(column, city, "the city is longer than 200 characters; left out");
			return null;
		}
		return city;
	}

}
