package org.solidarity.organization;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.Visibility;

/** Recording a body that was not known before. */
interface CreateBody {

	Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

	record Input(@Nullable String idempotencyKey, BodyKind kind, String name, @Nullable String acronym,
			@Nullable String country, @Nullable String region, @Nullable Visibility visibility) {

		void check() {
			new Checks().text(this.name, 500, "input", "name")
				.optionalText(this.acronym, 60, "input", "acronym")
				.matches(this.region, REGION, "an ISO 3166-2 code such as US-NY", "input", "region")
				.done();
		}

	}

	record Payload(Body body) {
	}

}
