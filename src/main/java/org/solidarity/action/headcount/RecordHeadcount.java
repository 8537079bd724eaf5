package org.solidarity.action.headcount;

import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.HeadcountMethod;

/** Recording a count of people without names. */
interface RecordHeadcount {

	int MOST = 100_000_000;

	record Input(String idempotencyKey, NodeId actionId, @Nullable NodeId bodyId, int count, @Nullable Integer low,
			@Nullable Integer high, HeadcountMethod method, String countedBy, @Nullable String source, boolean counts) {

		void check() {
			var checks = new Checks();
			checks
				.that(this.count >= 0 && this.count <= MOST, UserError.Code.OUT_OF_RANGE,
						"count lies outside of 0 to " + MOST + ".", "input", "count")
				.that(this.low == null || (this.low >= 0 && this.low <= this.count), UserError.Code.OUT_OF_RANGE,
						"low lies outside of 0 to count.", "input", "low")
				.that(this.high == null || (this.high >= this.count && this.high <= MOST), UserError.Code.OUT_OF_RANGE,
						"high lies outside of count to " + MOST + ".", "input", "high")
				.text(this.countedBy, 200, "input", "countedBy");
			if (this.source != null) {
				checks.text(this.source, 2_000, "input", "source");
			}
			checks.done();
		}

	}

	record Payload(Headcount headcount, Action action) {
	}

}
