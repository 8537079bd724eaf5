package org.solidarity.exchange.mapping;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;

/**
 * A body as a list of endorsers names it. What it is called there and where is kept as an
 * identifier of it, unverified, so that the same words mean the same body again.
 */
public record Endorser(Identity identity, ImportedBody body) {

	private static final String SCHEME = "ENDORSER_LIST";

	private static final Pattern WITH_ACRONYM = Pattern.compile("(.*\\S) \\(([A-Z][A-Z-]{1,9})\\)");

	private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z/]{1,9}");

	public static Endorser of(BodyKind kind, String name, Place place, String source) {
		var identity = new Identity(SCHEME, value(name, place), false);
		boolean national = kind == BodyKind.NATIONAL_UNION || kind == BodyKind.NATIONAL_CENTER;
		var given = WITH_ACRONYM.matcher(name);
		boolean both = national && given.matches();
		String acronym = both ? given.group(2) : national && ACRONYM.matcher(name).matches() ? name : null;
		return new Endorser(identity, body(kind, both ? given.group(1) : name, acronym, identity, place, source));
	}

	private static ImportedBody body(BodyKind kind, String name, @Nullable String acronym, Identity identity,
			Place place, String source) {
		return new ImportedBody(null, identity, kind != BodyKind.LOCAL_UNION, kind, name, acronym, null, null, null,
				BodyStatus.ACTIVE, place, null, null, null, source);
	}

	private static String value(String name, Place place) {
		String where = place.region() != null ? place.region() : place.country() != null ? place.country() : "";
		String words = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " | " + where;
		return words.length() > 200 ? words.substring(words.length() - 200) : words;
	}

}
