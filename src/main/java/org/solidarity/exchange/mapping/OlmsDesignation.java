package org.solidarity.exchange.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;

/** What kind of body a designation of the LM filings stands for, and its word for it. */
record OlmsDesignation(String word, BodyKind kind) {

	/** The designation of national and international headquarters. */
	static final String HEADQUARTERS = "NHQ";

	private static final Map<String, OlmsDesignation> LISTED = Table.read("olms-designations",
			row -> new OlmsDesignation(row.getField("word"), BodyKind.valueOf(row.getField("kind"))));

	static @Nullable OlmsDesignation of(String code) {
		return LISTED.get(code);
	}

}
