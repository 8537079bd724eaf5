package org.solidarity.endorsement.stage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.meeting.Meetings;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;

/**
 * What an act on a proceeding refers to, found as the viewer sees it. Each method gives
 * null for null, and throws {@link Invalid} NOT_FOUND for what cannot be meant.
 */
record StageReferences(Viewer viewer, Proceeding of, Meetings meetings, Bodies bodies, Proceedings proceedings,
		Resolutions resolutions) {

	@Nullable UUID meeting(@Nullable NodeId id) {
		return id == null ? null : this.meetings.requireOf(this.viewer, this.of.bodyId(), id);
	}

	@Nullable UUID text(@Nullable NodeId id) {
		if (id == null) {
			return null;
		}
		UUID uuid = id.of(ResolutionVersion.PREFIX);
		ResolutionVersion version = this.resolutions.versions(this.viewer, List.of(uuid)).get(uuid);
		if (version == null || !version.resolutionId().equals(this.of.resolutionId())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"adoptedTextId is not the id of a version of the proceeding's resolution.", "input",
					"adoptedTextId");
		}
		return uuid;
	}

	@Nullable UUID body(@Nullable NodeId id) {
		return id == null ? null : this.bodies.require(this.viewer, id, "input", "overriddenById").id();
	}

	@Nullable UUID proceeding(@Nullable NodeId id) {
		if (id == null) {
			return null;
		}
		Proceeding other = this.proceedings.require(this.viewer, id, "input", "combinedIntoId");
		if (!other.campaignId().equals(this.of.campaignId()) || other.id().equals(this.of.id())) {
			throw new Invalid(UserError.Code.INVALID, "combinedIntoId must be another proceeding of the campaign.",
					"input", "combinedIntoId");
		}
		return other.id();
	}

}
