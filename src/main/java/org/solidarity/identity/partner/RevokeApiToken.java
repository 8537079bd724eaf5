package org.solidarity.identity.partner;

import org.solidarity.platform.NodeId;

/** Ending an API token, at once and for good. */
interface RevokeApiToken {

	record Input(NodeId id) {
	}

	record Payload(ApiToken apiToken) {
	}

}
