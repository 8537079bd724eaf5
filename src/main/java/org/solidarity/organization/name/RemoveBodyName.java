package org.solidarity.organization.name;

import java.time.LocalDate;
import org.solidarity.platform.NodeId;

/** Ending the use of a name. */
interface RemoveBodyName {

	record Input(NodeId id, LocalDate until) {
	}

	record Payload(BodyName name) {
	}

}
