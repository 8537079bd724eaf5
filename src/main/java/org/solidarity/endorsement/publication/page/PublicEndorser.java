package org.solidarity.endorsement.publication.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * What anyone may know of an endorser.
 *
 * @param endorsedOn the day, month or year as ISO 8601 writes it, no more exactly than it
 * is known; null where it is not known
 */
record PublicEndorser(String name, @Nullable String acronym, BodyKind kind, @Nullable String country,
		@Nullable String region, @Nullable String endorsedOn, @Nullable Quote quote, @Nullable Logo logo) {

	/** What the body permits to be quoted. */
	record Quote(String text, @Nullable String speaker, @Nullable String language) {
	}

	/**
	 * The sign that the body permits to be shown.
	 *
	 * @param path where its picture is, on this server
	 */
	record Logo(String path, String alternativeText) {

		static Logo of(String slug, UUID id, String alternativeText) {
			return new Logo("/public/endorsers/" + slug + "/logos/" + id, alternativeText);
		}

	}

	/** How many endorsers there are of a kind. */
	record Count(BodyKind kind, int count) {
	}

}
