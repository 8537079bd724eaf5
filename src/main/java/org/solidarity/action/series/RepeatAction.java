package org.solidarity.action.series;

import java.util.List;
import org.solidarity.action.Action;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Planning an action again, some weeks later and once more some weeks later. */
interface RepeatAction {

	record Input(String idempotencyKey, NodeId id, int everyWeeks, int times) {

		void check() {
			new Checks()
				.that(this.everyWeeks >= 1 && this.everyWeeks <= 52, UserError.Code.OUT_OF_RANGE,
						"everyWeeks lies outside of 1 to 52.", "input", "everyWeeks")
				.that(this.times >= 1 && this.times <= 52, UserError.Code.OUT_OF_RANGE,
						"times lies outside of 1 to 52.", "input", "times")
				.done();
		}

	}

	record Payload(List<Action> actions) {
	}

}
