package org.solidarity.organization;

import static org.solidarity.platform.jooq.Tables.BODY;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.jooq.enums.Visibility;

/** What its recorder says of a body; the rest of it is the application's. */
record BodyFacts(@Nullable BodyKind kind, @Nullable String name, @Nullable String acronym,
		@Nullable String originalName, @Nullable String originalLanguage, @Nullable String transliteration,
		@Nullable Designation designation, @Nullable Visibility visibility, @Nullable RiskLevel riskLevel,
		@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String language,
		@Nullable String timeZone, @Nullable String currency, @Nullable String website) {

	private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

	void check() {
		var checks = new Checks().text(this.name, 500, "input", "name")
			.that(this.kind != null, Code.REQUIRED, "kind is empty; give one of BodyKind.", "input", "kind")
			.that(this.visibility != null, Code.REQUIRED, "visibility is empty; give one of Visibility.", "input",
					"visibility")
			.that(this.riskLevel != null, Code.REQUIRED, "riskLevel is empty; give one of RiskLevel.", "input",
					"riskLevel")
			.optionalText(this.acronym, 60, "input", "acronym")
			.optionalText(this.originalName, 500, "input", "originalName")
			.language(this.originalLanguage, "input", "originalLanguage")
			.that(this.originalName == null || this.originalLanguage != null, Code.REQUIRED,
					"originalLanguage is empty; give the language of originalName.", "input", "originalLanguage")
			.optionalText(this.transliteration, 500, "input", "transliteration")
			.matches(this.region, REGION, "an ISO 3166-2 code such as US-NY", "input", "region")
			.that(this.region == null || this.region.startsWith(this.country + "-"), Code.INVALID,
					"region does not lie in country; allowed: a region whose code begins with the country's.", "input",
					"region")
			.optionalText(this.city, 200, "input", "city")
			.language(this.language, "input", "language")
			.that(this.timeZone == null || ZoneId.getAvailableZoneIds().contains(this.timeZone), Code.INVALID,
					"timeZone is no IANA time zone; allowed: one such as America/New_York.", "input", "timeZone");
		designations().check(checks);
		checks.done();
	}

	private Designation designations() {
		return this.designation != null ? this.designation : Designation.NONE;
	}

	Map<Field<?>, @Nullable Object> values() {
		var called = designations();
		Map<Field<?>, @Nullable Object> values = new HashMap<>();
		values.put(BODY.KIND, this.kind);
		values.put(BODY.NAME, this.name);
		values.put(BODY.ACRONYM, filled(this.acronym));
		values.put(BODY.ORIGINAL_NAME, filled(this.originalName));
		values.put(BODY.ORIGINAL_LANGUAGE, this.originalLanguage);
		values.put(BODY.TRANSLITERATION, filled(this.transliteration));
		values.put(BODY.AFFILIATION, filled(called.affiliation()));
		values.put(BODY.DESIGNATION, filled(called.name()));
		values.put(BODY.DESIGNATION_PREFIX, filled(called.prefix()));
		values.put(BODY.DESIGNATION_NUMBER, filled(called.number()));
		values.put(BODY.DESIGNATION_SUFFIX, filled(called.suffix()));
		values.put(BODY.UNIT_NAME, filled(called.unitName()));
		values.put(BODY.VISIBILITY, this.visibility);
		values.put(BODY.RISK_LEVEL, this.riskLevel);
		values.put(BODY.COUNTRY, this.country);
		values.put(BODY.REGION, this.region);
		values.put(BODY.CITY, filled(this.city));
		values.put(BODY.LANGUAGE, this.language);
		values.put(BODY.TIME_ZONE, this.timeZone);
		values.put(BODY.CURRENCY, this.currency);
		values.put(BODY.WEBSITE, this.website);
		return values;
	}

	/** A text that says nothing is no text. */
	private static @Nullable String filled(@Nullable String text) {
		return text == null || text.isBlank() ? null : text;
	}

}
