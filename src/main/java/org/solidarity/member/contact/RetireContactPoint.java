package org.solidarity.member.contact;

import org.solidarity.member.Member;
import org.solidarity.platform.NodeId;

/** Giving up a way to reach a person. */
interface RetireContactPoint {

	record Input(NodeId id) {
	}

	record Payload(ContactPoint contactPoint, Member member) {
	}

}
