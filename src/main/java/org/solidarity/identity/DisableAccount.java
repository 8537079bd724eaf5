package org.solidarity.identity;

import org.solidarity.platform.NodeId;

/** Letting a person no longer in, and ending its sessions, at once. */
interface DisableAccount {

	record Input(NodeId id) {
	}

	record Payload(Account account) {
	}

}
