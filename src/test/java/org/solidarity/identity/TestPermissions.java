package org.solidarity.identity;

import java.util.List;
import java.util.Set;
import org.solidarity.platform.Permission;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;

/** The permissions of the module, for tests that make viewers. */
public final class TestPermissions {

	private TestPermissions() {
	}

	public static Set<Permission> of(Role role) {
		return Permissions.of(role);
	}

	public static Set<Permission> of(TokenScope... scopes) {
		return Permissions.of(List.of(scopes));
	}

}
