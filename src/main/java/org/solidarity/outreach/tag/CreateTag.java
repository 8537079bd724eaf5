package org.solidarity.outreach.tag;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.springframework.graphql.data.ArgumentValue;

/** Making a tag, saying it otherwise, and offering it no longer. */
interface CreateTag {

	Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

	record Input(@Nullable String idempotencyKey, @Nullable NodeId campaignId, String label, @Nullable String colour) {

		void check() {
			CreateTag.check(this.label, this.colour);
		}

	}

	record Update(NodeId id, int expectedVersion, ArgumentValue<String> label, ArgumentValue<String> colour) {

		/** The tag with these changes: what is omitted stays, null clears. */
		Tag onto(Tag old) {
			String label = this.label.isOmitted() ? old.label() : this.label.value();
			String colour = this.colour.isOmitted() ? old.colour() : this.colour.value();
			CreateTag.check(label, colour);
			return new Tag(old.id(), old.campaignId(), label, colour, old.retired(), old.createdAt(), old.version());
		}

	}

	record Retire(NodeId id, int expectedVersion) {
	}

	record Payload(Tag tag) {
	}

	private static void check(@Nullable String label, @Nullable String colour) {
		new Checks().text(label, 60, "input", "label")
			.matches(colour, COLOUR, "a number sign and six digits, 0 to 9 and a to f, as in #1f77b4", "input",
					"colour")
			.done();
	}

}
