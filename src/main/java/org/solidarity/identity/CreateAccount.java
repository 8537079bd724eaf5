package org.solidarity.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.identity.password.PasswordRules;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Role;

/** Letting a person sign in who could not before. */
public interface CreateAccount {

	Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

	/** The roles that a person can have. */
	Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.PARTNER, Role.SYSTEM));

	record Input(@Nullable String idempotencyKey, String email, String name, Role role, String password) {

		void check() {
			var checks = new Checks().text(this.email, 254, "input", "email")
				.matches(this.email, EMAIL, "an address such as ana@example.org", "input", "email")
				.text(this.name, 200, "input", "name");
			checkRole(checks, this.role);
			PasswordRules.check(checks, this.password, this.email, "input", "password");
			checks.done();
		}

		/** Without the password, which must not reach a log. */
		@Override
		public String toString() {
			return "CreateAccount[" + this.email + ", " + this.name + ", " + this.role + "]";
		}

	}

	record Payload(Account account) {
	}

	static void checkRole(Checks checks, Role role) {
		checks.that(ROLES.contains(role), UserError.Code.INVALID, "role is " + role + "; allowed are " + ROLES + ".",
				"input", "role");
	}

}
