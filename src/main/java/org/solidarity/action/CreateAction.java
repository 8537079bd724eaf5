package org.solidarity.action;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.Visibility;

/** Recording an action that is planned, or that was. */
interface CreateAction {

	record Input(@Nullable String idempotencyKey, NodeId campaignId, NodeId hostId, @Nullable List<NodeId> coSponsorIds,
			ActionKind kind, String title, @Nullable String description, @Nullable String instructions,
			Schedule schedule, @Nullable Place place, @Nullable Boolean placePublic, @Nullable String accessibility,
			@Nullable Integer capacity, @Nullable String sourceUrl, @Nullable Visibility visibility) {

		Details details() {
			return new Details(this.kind, this.title, this.description, this.instructions, this.schedule,
					Objects.requireNonNullElse(this.place, Place.UNKNOWN), Boolean.TRUE.equals(this.placePublic),
					this.accessibility, this.capacity, this.sourceUrl,
					Objects.requireNonNullElse(this.visibility, Visibility.INTERNAL));
		}

	}

	record Payload(Action action) {
	}

}
