package org.solidarity.action;

import org.jspecify.annotations.Nullable;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.Visibility;

/** What whoever organizes an action says of it, and may say anew. */
record Details(ActionKind kind, String title, @Nullable String description, @Nullable String instructions,
		Schedule schedule, Place place, boolean placePublic, @Nullable String accessibility, @Nullable Integer capacity,
		@Nullable String sourceUrl, Visibility visibility) {

	private static final int LARGEST_CAPACITY = 1_000_000;

	void check() {
		Checks checks = new Checks();
		checks.text(this.title, 300, "input", "title")
			.optionalText(this.description, 10_000, "input", "description")
			.optionalText(this.instructions, 10_000, "input", "instructions")
			.optionalText(this.accessibility, 2_000, "input", "accessibility");
		capacity(checks, this.capacity);
		this.schedule.check(checks);
		this.place.check(checks);
		checks.done();
	}

	/** The same at another time. */
	Details at(Schedule schedule) {
		return new Details(this.kind, this.title, this.description, this.instructions, schedule, this.place,
				this.placePublic, this.accessibility, this.capacity, this.sourceUrl, this.visibility);
	}

	static void capacity(Checks checks, @Nullable Integer capacity) {
		checks.that(capacity == null || (capacity >= 1 && capacity <= LARGEST_CAPACITY), UserError.Code.OUT_OF_RANGE,
				"capacity lies outside of 1 to " + LARGEST_CAPACITY + ".", "input", "capacity");
	}

}
