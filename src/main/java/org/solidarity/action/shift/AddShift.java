package org.solidarity.action.shift;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Adding a part to an action that people sign up for. */
interface AddShift {

	record Input(@Nullable String idempotencyKey, NodeId actionId, @Nullable String name, LocalDate date,
			LocalTime startTime, LocalTime endTime, @Nullable Integer capacity) {

		void check() {
			var checks = new Checks();
			if (this.name != null) {
				checks.text(this.name, 200, "input", "name");
			}
			checks
				.that(this.date.getYear() >= 1800 && this.date.getYear() < 2200, UserError.Code.OUT_OF_RANGE,
						"date lies outside of 1800-01-01 to 2199-12-31.", "input", "date")
				.that(this.capacity == null || (this.capacity >= 1 && this.capacity <= 1_000_000),
						UserError.Code.OUT_OF_RANGE, "capacity lies outside of 1 to 1000000.", "input", "capacity")
				.done();
		}

	}

	record Payload(Shift shift, Action action) {
	}

}
