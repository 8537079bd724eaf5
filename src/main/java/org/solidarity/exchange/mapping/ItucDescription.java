package org.solidarity.exchange.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Row;

/** What a description holds, such as "ITUC affiliate. CUT. 400,000 members (2019)." */
record ItucDescription(@Nullable String acronym, @Nullable Integer members, @Nullable Integer year) {

	private static final Pattern SENTENCE = Pattern.compile("ITUC affiliate\\.\\s*(.*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern MEMBERS = Pattern
		.compile("(?<!\\S)(\\d{1,3}(?:,\\d{3})+|\\d{1,9}) members(?:,? (?:in )?\\(?((?:19|20)\\d\\d)\\)?)?\\.?$");

	static ItucDescription of(Row row) {
		String text = row.text("description");
		var sentence = text != null ? SENTENCE.matcher(text) : null;
		if (sentence == null || !sentence.matches()) {
			row.doubt("description", text, "neither acronym nor members can be read from this");
			return new ItucDescription(null, null, null);
		}
		String rest = sentence.group(1);
		var members = MEMBERS.matcher(rest);
		boolean counted = members.find();
		String acronym = (counted ? rest.substring(0, members.start()) : rest).strip();
		if (acronym.endsWith(".")) {
			acronym = acronym.substring(0, acronym.length() - 1);
		}
		if (acronym.length() > 60 || acronym.contains(". ")) {
			row.doubt("description", text, "this is not an acronym and a number of members; acronym left out");
			acronym = "";
		}
		return new ItucDescription(acronym.isEmpty() ? null : acronym,
				counted ? Integer.valueOf(members.group(1).replace(",", "")) : null,
				counted && members.group(2) != null ? Integer.valueOf(members.group(2)) : null);
	}

}
