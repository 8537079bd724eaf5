package org.solidarity.exchange.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * A national union as the LM filings abbreviate it, where its own name, acronym or file
 * number is known.
 *
 * @param fileNumber of its headquarters
 */
record OlmsAffiliation(@Nullable String fileNumber, @Nullable String acronym, BodyKind kind, @Nullable String name) {

	private static final OlmsAffiliation UNLISTED = new OlmsAffiliation(null, null, BodyKind.NATIONAL_UNION, null);

	private static final Map<String, OlmsAffiliation> LISTED = Table.read("olms-affiliations",
			row -> new OlmsAffiliation(given(row.getField("f_num")), given(row.getField("acronym")),
					BodyKind.valueOf(row.getField("kind")), given(row.getField("name"))));

	static OlmsAffiliation of(String abbreviation) {
		return LISTED.getOrDefault(abbreviation, UNLISTED);
	}

	private static @Nullable String given(String field) {
		return field.isEmpty() ? null : field;
	}

}
