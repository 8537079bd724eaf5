package org.solidarity.identity;

import org.solidarity.identity.password.PasswordRules;
import org.solidarity.platform.Checks;

/** Changing one's own password, and ending one's sessions. */
interface ChangePassword {

	record Input(String oldPassword, String newPassword) {

		void check(String email) {
			var checks = new Checks();
			PasswordRules.check(checks, this.newPassword, email, "input", "newPassword");
			checks.done();
		}

		/** Without the passwords, which must not reach a log. */
		@Override
		public String toString() {
			return "ChangePassword[]";
		}

	}

	record Payload(Account account) {
	}

}
