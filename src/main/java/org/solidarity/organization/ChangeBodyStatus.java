package org.solidarity.organization;

import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.BodyStatus;

/** Saying whether a body is at work; merging is an act of its own. */
interface ChangeBodyStatus {

	record Input(NodeId id, int expectedVersion, BodyStatus status) {
	}

	record Payload(Body body) {
	}

}
