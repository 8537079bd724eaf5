package org.solidarity.organization.count;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.jooq.enums.CountBasis;

/** Recording how many members a body was said to have. */
interface RecordMemberCount {

	record Input(@Nullable String idempotencyKey, NodeId bodyId, LocalDate asOf, int count, CountBasis basis,
			String source) {

		void check(LocalDate today) {
			new Checks().day(this.asOf, "input", "asOf")
				.that(!this.asOf.isAfter(today), Code.OUT_OF_RANGE,
						"asOf lies in the future; allowed: " + today + " or earlier.", "input", "asOf")
				.that(this.count >= 0, Code.OUT_OF_RANGE, "count is negative; allowed: 0 or more.", "input", "count")
				.text(this.source, 1000, "input", "source")
				.done();
		}

	}

	record Payload(MemberCount memberCount) {
	}

}
