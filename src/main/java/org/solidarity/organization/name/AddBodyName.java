package org.solidarity.organization.name;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.BodyNameType;

/** Recording another name of a body. */
interface AddBodyName {

	record Input(@Nullable String idempotencyKey, NodeId bodyId, BodyNameType type, String name,
			@Nullable String language, @Nullable LocalDate since, @Nullable LocalDate until) {

		void check() {
			new Checks().text(this.name, 500, "input", "name")
				.language(this.language, "input", "language")
				.period(this.since, this.until, "input")
				.done();
		}

	}

	record Payload(BodyName name) {
	}

}
