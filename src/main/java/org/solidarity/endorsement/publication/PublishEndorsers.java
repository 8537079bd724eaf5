package org.solidarity.endorsement.publication;

import java.util.regex.Pattern;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Opening the public list of a campaign, and closing it. */
interface PublishEndorsers {

	Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	record Input(NodeId campaignId, String slug, String title) {

		void check() {
			new Checks().text(this.title, 300, "input", "title")
				.matches(this.slug, SLUG, "lower-case letters, digits and single hyphens, such as peace-now", "input",
						"slug")
				.that(this.slug.length() >= 3 && this.slug.length() <= 80, UserError.Code.OUT_OF_RANGE,
						"slug has not 3 to 80 characters.", "input", "slug")
				.done();
		}

	}

	record Close(NodeId id, int expectedVersion) {
	}

	record Payload(EndorserList list) {
	}

}
