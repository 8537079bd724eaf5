package org.solidarity.identity;

import org.solidarity.platform.NodeId;

/** Letting a person in again who was disabled. */
interface EnableAccount {

	record Input(NodeId id) {
	}

	record Payload(Account account) {
	}

}
