package org.solidarity.endorsement;

import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Visibility;
import org.springframework.graphql.data.ArgumentValue;

/** Opening a proceeding, and changing what its history does not tell. */
public interface OpenProceeding {

	record Input(@Nullable String idempotencyKey, NodeId campaignId, NodeId bodyId, @Nullable NodeId resolutionId,
			@Nullable String identifier, @Nullable String sponsors, @Nullable Visibility visibility) {

		void check() {
			OpenProceeding.check(new Checks(), this.identifier, this.sponsors).done();
		}

	}

	record Update(NodeId id, int expectedVersion, ArgumentValue<NodeId> resolutionId, ArgumentValue<String> identifier,
			ArgumentValue<String> sponsors, ArgumentValue<Visibility> visibility) {

		/** The proceeding with these changes. */
		Proceeding onto(Proceeding old) {
			String identifier = this.identifier.isOmitted() ? old.identifier() : this.identifier.value();
			String sponsors = this.sponsors.isOmitted() ? old.sponsors() : this.sponsors.value();
			Visibility visibility = this.visibility.isOmitted() ? old.visibility() : this.visibility.value();
			OpenProceeding.check(new Checks(), identifier, sponsors)
				.that(visibility != null, UserError.Code.REQUIRED,
						"visibility cannot be cleared; omit it, or give INTERNAL, PARTNER or PUBLIC.", "input",
						"visibility")
				.done();
			NodeId resolution = this.resolutionId.value();
			return new Proceeding(old.id(), old.campaignId(), old.bodyId(),
					this.resolutionId.isOmitted() ? old.resolutionId()
							: resolution == null ? null : resolution.of(Resolution.PREFIX),
					identifier, sponsors, visibility, old.stage(), old.stageSince(), old.evidence(), old.decisionBody(),
					old.committee(), old.recommendation(), old.meetingId(), old.meetingOn(), old.adoptedTextId(),
					old.version());
		}

	}

	record Payload(Proceeding proceeding) {
	}

	private static Checks check(Checks checks, @Nullable String identifier, @Nullable String sponsors) {
		if (identifier != null) {
			checks.text(identifier, 200, "input", "identifier");
		}
		return checks.optionalText(sponsors, 2000, "input", "sponsors");
	}

}
