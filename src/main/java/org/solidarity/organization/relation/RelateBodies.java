package org.solidarity.organization.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.jooq.enums.RelationType;

/** Recording how one body stands to another. */
interface RelateBodies {

	record Input(@Nullable String idempotencyKey, NodeId fromId, RelationType type, NodeId toId,
			@Nullable LocalDate since, @Nullable LocalDate until, @Nullable String source) {

		void check() {
			new Checks()
				.that(!this.fromId.equals(this.toId), Code.INVALID, "toId is fromId; allowed: another body.", "input",
						"toId")
				.period(this.since, this.until, "input")
				.optionalText(this.source, 1000, "input", "source")
				.done();
		}

	}

	record Payload(BodyRelation relation) {
	}

}
