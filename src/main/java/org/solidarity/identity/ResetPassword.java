package org.solidarity.identity;

import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.identity.password.PasswordRules;

/** Giving a person a new password, and ending its sessions. */
interface ResetPassword {

	record Input(NodeId id, String password) {

		void check(String email) {
			var checks = new Checks();
			PasswordRules.check(checks, this.password, email, "input", "password");
			checks.done();
		}

		/** Without the password, which must not reach a log. */
		@Override
		public String toString() {
			return "ResetPassword[" + this.id + "]";
		}

	}

	record Payload(Account account) {
	}

}
