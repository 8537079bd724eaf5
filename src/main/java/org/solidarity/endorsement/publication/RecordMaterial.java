package org.solidarity.endorsement.publication;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.ListingDecision;

/** Recording what the public list may show of a body. */
interface RecordMaterial {

	record Quote(@Nullable String idempotencyKey, NodeId campaignId, NodeId bodyId, String quote,
			@Nullable String speaker, @Nullable String language) {

		void check() {
			new Checks().text(this.quote, 1000, "input", "quote")
				.optionalText(this.speaker, 200, "input", "speaker")
				.language(this.language, "input", "language")
				.done();
		}

	}

	record Logo(@Nullable String idempotencyKey, NodeId campaignId, NodeId bodyId, String image,
			String alternativeText) {

		Picture check() {
			new Checks().text(this.alternativeText, 300, "input", "alternativeText").done();
			return Picture.of(this.image, "input", "image");
		}

	}

	record Permission(@Nullable String idempotencyKey, NodeId campaignId, NodeId bodyId, @Nullable NodeId materialId,
			ListingDecision decision, String givenBy, @Nullable String note) {

		void check() {
			new Checks().text(this.givenBy, 200, "input", "givenBy")
				.optionalText(this.note, 2000, "input", "note")
				.done();
		}

	}

	record Payload(EndorserMaterial material) {
	}

	record PermissionPayload(ListingPermission permission) {
	}

}
