package org.solidarity.organization;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * Anything that can endorse, pledge or act: an organization, or a local with its
 * designation.
 */
public record Body(UUID id, BodyKind kind, String name, @Nullable String acronym, @Nullable String originalName,
		@Nullable String originalLanguage, @Nullable String transliteration, Designation designation, BodyStatus status,
		Visibility visibility, RiskLevel riskLevel, @Nullable String country, @Nullable String region,
		@Nullable String city, @Nullable String language, @Nullable String timeZone, @Nullable String currency,
		@Nullable String website, Instant createdAt, Instant updatedAt, int version) implements Node {

	public static final String PREFIX = "bod";

	/** The kinds that the schema shows as {@code Local}. */
	public static final Set<BodyKind> LOCAL_KINDS = EnumSet.of(BodyKind.LOCAL_UNION, BodyKind.CHAPTER,
			BodyKind.ORGANIZING_COMMITTEE);

	@Override
	public String prefix() {
		return PREFIX;
	}

	public boolean isLocal() {
		return LOCAL_KINDS.contains(this.kind);
	}

	@Override
	public String typeName() {
		return isLocal() ? "Local" : "Organization";
	}

}
