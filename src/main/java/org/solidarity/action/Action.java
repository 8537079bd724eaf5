package org.solidarity.action;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.jooq.enums.Visibility;

/** Something that people come to or do together. */
public record Action(UUID id, UUID campaignId, ActionKind kind, String title, @Nullable String description,
		@Nullable String instructions, Schedule schedule, Place place, boolean placePublic,
		@Nullable String accessibility, ActionStatus status, @Nullable String cancelledBecause, UUID hostId,
		@Nullable Integer capacity, @Nullable String sourceUrl, Visibility visibility, @Nullable UUID repeatsId,
		int version, Instant updatedAt) implements Node {

	public static final String PREFIX = "act";

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** The same without what of the place must not be told to strangers. */
	public Action discreet() {
		return this.placePublic ? this
				: new Action(this.id, this.campaignId, this.kind, this.title, this.description, this.instructions,
						this.schedule, this.place.withheld(), false, this.accessibility, this.status,
						this.cancelledBecause, this.hostId, this.capacity, this.sourceUrl, this.visibility,
						this.repeatsId, this.version, this.updatedAt);
	}

	Details details() {
		return new Details(this.kind, this.title, this.description, this.instructions, this.schedule, this.place,
				this.placePublic, this.accessibility, this.capacity, this.sourceUrl, this.visibility);
	}

}
