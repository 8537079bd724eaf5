package org.solidarity.organization;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.jooq.enums.Visibility;
import org.springframework.graphql.data.ArgumentValue;

/** Correcting what is recorded of a body. */
interface UpdateBody {

	record Input(NodeId id, int expectedVersion, ArgumentValue<BodyKind> kind, ArgumentValue<String> name,
			ArgumentValue<String> acronym, ArgumentValue<String> originalName, ArgumentValue<String> originalLanguage,
			ArgumentValue<String> transliteration, ArgumentValue<Designation> designation,
			ArgumentValue<Visibility> visibility, ArgumentValue<RiskLevel> riskLevel, ArgumentValue<String> country,
			ArgumentValue<String> region, ArgumentValue<String> city, ArgumentValue<String> language,
			ArgumentValue<String> timeZone, ArgumentValue<String> currency, ArgumentValue<String> website) {

		/** What is true of the body when this has been said of it. */
		BodyFacts over(Body body) {
			return new BodyFacts(either(this.kind, body.kind()), either(this.name, body.name()),
					either(this.acronym, body.acronym()), either(this.originalName, body.originalName()),
					either(this.originalLanguage, body.originalLanguage()),
					either(this.transliteration, body.transliteration()), either(this.designation, body.designation()),
					either(this.visibility, body.visibility()), either(this.riskLevel, body.riskLevel()),
					either(this.country, body.country()), either(this.region, body.region()),
					either(this.city, body.city()), either(this.language, body.language()),
					either(this.timeZone, body.timeZone()), either(this.currency, body.currency()),
					either(this.website, body.website()));
		}

		private static <T> @Nullable T either(ArgumentValue<T> said, @Nullable T before) {
			return said.isOmitted() ? before : said.value();
		}

	}

	record Payload(Body body) {
	}

}
