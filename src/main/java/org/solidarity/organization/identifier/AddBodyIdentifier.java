package org.solidarity.organization.identifier;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording an identifier of a body. */
interface AddBodyIdentifier {

	Pattern SCHEME = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

	record Input(@Nullable String idempotencyKey, NodeId bodyId, String scheme, String value,
			@Nullable Boolean verified, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String source) {

		void check() {
			new Checks()
				.matches(this.scheme, SCHEME, "2 to 40 capital letters, digits and underscores, such as OLMS_FNUM",
						"input", "scheme")
				.text(this.value, 200, "input", "value")
				.period(this.since, this.until, "input")
				.optionalText(this.source, 1000, "input", "source")
				.done();
		}

	}

	record Payload(BodyIdentifier identifier) {
	}

}
