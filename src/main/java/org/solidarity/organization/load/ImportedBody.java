package org.solidarity.organization.load;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * What one row of a file says about a body. Its texts fit into the columns: no NUL, not
 * empty, not too long.
 *
 * @param identity the identifier that makes it this body; null where the source has none
 * @param otherIdentity another identifier, by which it is found where the first is not
 * known
 * @param byName whether it is the one body of its name or acronym in its country; never
 * true of a local
 * @param parent what the row belongs to; null for none
 * @param source who says so, for identifiers, relations and counts
 * @param visibility of the body where it is new
 */
public record ImportedBody(@Nullable Identity identity, @Nullable Identity otherIdentity, boolean byName, BodyKind kind,
		String name, @Nullable String acronym, @Nullable String originalName, @Nullable String originalLanguage,
		@Nullable Designation designation, BodyStatus status, Place place, @Nullable String website,
		@Nullable Parent parent, @Nullable Count count, String source, Visibility visibility) {

	/** A body of a list that anyone can read. */
	public ImportedBody(@Nullable Identity identity, @Nullable Identity otherIdentity, boolean byName, BodyKind kind,
			String name, @Nullable String acronym, @Nullable String originalName, @Nullable String originalLanguage,
			@Nullable Designation designation, BodyStatus status, Place place, @Nullable String website,
			@Nullable Parent parent, @Nullable Count count, String source) {
		this(identity, otherIdentity, byName, kind, name, acronym, originalName, originalLanguage, designation, status,
				place, website, parent, count, source, Visibility.PUBLIC);
	}

	/**
	 * An identifier.
	 *
	 * @param verified whether it stands for one body and no other
	 */
	public record Identity(String scheme, String value, boolean verified) {
	}

	/** How a local is called within its union. */
	public record Designation(@Nullable String affiliation, @Nullable String name, @Nullable String prefix,
			@Nullable String number, @Nullable String suffix, @Nullable String unitName) {
	}

	/** Where it is: ISO 3166-1, ISO 3166-2, and the city as written. */
	public record Place(@Nullable String country, @Nullable String region, @Nullable String city) {

		public static final Place UNKNOWN = new Place(null, null, null);

	}

	/**
	 * The body that it belongs to; it is recorded too where it is not known.
	 *
	 * @param until the first day on which it no longer does; null: it does
	 */
	public record Parent(RelationType relation, ImportedBody body, @Nullable LocalDate until) {
	}

	/**
	 * An observation of its members.
	 *
	 * @param dated whether the source gives the day; where it does not, the same number
	 * is not recorded again for another day
	 */
	public record Count(int members, LocalDate asOf, boolean dated, CountBasis basis) {
	}

}
