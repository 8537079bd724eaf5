package org.solidarity.organization.relation;

import java.time.LocalDate;
import org.solidarity.platform.NodeId;

/** Saying that a relation no longer holds. */
interface EndRelation {

	record Input(NodeId id, LocalDate until) {
	}

	record Payload(BodyRelation relation) {
	}

}
