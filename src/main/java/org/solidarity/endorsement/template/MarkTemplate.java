package org.solidarity.endorsement.template;

import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.platform.NodeId;

/** Saying which wording a campaign gives out in a language. */
interface MarkTemplate {

	record Input(NodeId id) {
	}

	record Payload(ResolutionVersion version) {
	}

}
