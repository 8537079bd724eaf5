package org.solidarity.organization.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording that a body went into another. */
interface MergeBody {

	record Input(NodeId id, int expectedVersion, NodeId intoId, LocalDate on, @Nullable String source) {

		void check() {
			new Checks().day(this.on, "input", "on").optionalText(this.source, 1000, "input", "source").done();
		}

	}

	record Payload(Body body) {
	}

}
