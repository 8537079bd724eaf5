package org.solidarity.organization;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.jooq.enums.Visibility;

/** Recording a body that was not known before. */
interface CreateBody {

	record Input(@Nullable String idempotencyKey, BodyKind kind, String name, @Nullable String acronym,
			@Nullable String originalName, @Nullable String originalLanguage, @Nullable String transliteration,
			@Nullable Designation designation, @Nullable Visibility visibility, @Nullable RiskLevel riskLevel,
			@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String language,
			@Nullable String timeZone, @Nullable String currency, @Nullable String website) {

		BodyFacts facts() {
			return new BodyFacts(this.kind, this.name, this.acronym, this.originalName, this.originalLanguage,
					this.transliteration, this.designation,
					Objects.requireNonNullElse(this.visibility, Visibility.INTERNAL),
					Objects.requireNonNullElse(this.riskLevel, RiskLevel.LOW), this.country, this.region, this.city,
					this.language, this.timeZone, this.currency, this.website);
		}

	}

	record Payload(Body body) {
	}

}
