package org.solidarity.organization;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * Anything that can endorse, pledge or act: an organization, or a local with its
 * designation.
 */
public record Body(UUID id, BodyKind kind, String name, @Nullable String acronym, Designation designation,
		BodyStatus status, Visibility visibility, @Nullable String country, @Nullable String region,
		int version) implements Node {

	public static final String PREFIX = "bod";

	/** The kinds that the schema shows as {@code Local}. */
	static final Set<BodyKind> LOCAL_KINDS = EnumSet.of(BodyKind.LOCAL_UNION, BodyKind.CHAPTER,
			BodyKind.ORGANIZING_COMMITTEE);

	/**
	 * How a local is called within its union, as the US filings give it (LM-2, items 4 to
	 * 7).
	 */
	public record Designation(@Nullable String affiliation, @Nullable String name, @Nullable String prefix,
			@Nullable String number, @Nullable String suffix, @Nullable String unitName) {
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

	@Override
	public String typeName() {
		return LOCAL_KINDS.contains(this.kind) ? "Local" : "Organization";
	}

}
