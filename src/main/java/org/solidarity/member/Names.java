package org.solidarity.member;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** What a person is called, as an input gives it. */
record Names(@Nullable String givenName, @Nullable String familyName, @Nullable String originalName,
		@Nullable String originalLanguage, @Nullable String transliteration, @Nullable String preferredLanguage) {

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

	private static final String TAGS = "a BCP 47 tag such as es or zh-Hant";

	void check() {
		Checks checks = new Checks();
		checks.that(this.givenName != null || this.familyName != null, UserError.Code.REQUIRED,
				"givenName and familyName are both absent; give at least one.", "input", "givenName");
		name(checks, this.givenName, 200, "givenName");
		name(checks, this.familyName, 200, "familyName");
		name(checks, this.originalName, 400, "originalName");
		name(checks, this.transliteration, 400, "transliteration");
		checks.that(this.originalName == null || this.originalLanguage != null, UserError.Code.REQUIRED,
				"originalLanguage is absent; give the language of originalName.", "input", "originalLanguage");
		checks.matches(this.originalLanguage, LANGUAGE, TAGS, "input", "originalLanguage")
			.matches(this.preferredLanguage, LANGUAGE, TAGS, "input", "preferredLanguage")
			.done();
	}

	private static void name(Checks checks, @Nullable String name, int length, String field) {
		if (name != null) {
			checks.text(name, length, "input", field);
		}
	}

}
