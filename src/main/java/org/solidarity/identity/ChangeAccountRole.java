package org.solidarity.identity;

import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.Role;

/** Giving a person another role, which acts at once. */
interface ChangeAccountRole {

	record Input(NodeId id, int expectedVersion, Role role) {

		void check() {
			var checks = new Checks();
			CreateAccount.checkRole(checks, this.role);
			checks.done();
		}

	}

	record Payload(Account account) {
	}

}
