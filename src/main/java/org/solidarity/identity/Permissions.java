package org.solidarity.identity;

import static org.solidarity.platform.Permission.IMPORT;
import static org.solidarity.platform.Permission.MANAGE_ACCOUNTS;
import static org.solidarity.platform.Permission.MANAGE_GRANTS;
import static org.solidarity.platform.Permission.MANAGE_TOKENS;
import static org.solidarity.platform.Permission.READ;
import static org.solidarity.platform.Permission.RECORD_ACTIONS;
import static org.solidarity.platform.Permission.RECORD_BODIES;
import static org.solidarity.platform.Permission.RECORD_CAMPAIGNS;
import static org.solidarity.platform.Permission.RECORD_ENDORSEMENTS;
import static org.solidarity.platform.Permission.RECORD_MEMBERS;
import static org.solidarity.platform.Permission.RECORD_OUTREACH;
import static org.solidarity.platform.Permission.RECORD_PLEDGES;
import static org.solidarity.platform.Permission.SEE_CONTACT_DETAILS;
import static org.solidarity.platform.Permission.RECOUNT;
import static org.solidarity.platform.Permission.SEE_PERSONS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.solidarity.platform.Permission;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;

/** What each role and each token scope may do. */
public final class Permissions {

	private Permissions() {
	}

	public static Set<Permission> of(Role role) {
		return switch (role) {
			case ADMINISTRATOR -> Set.of(READ, MANAGE_ACCOUNTS, MANAGE_GRANTS, MANAGE_TOKENS, IMPORT, RECOUNT);
			case STAFF -> Set.of(READ, RECORD_BODIES, RECORD_CAMPAIGNS, RECORD_ENDORSEMENTS, RECORD_PLEDGES,
					RECORD_ACTIONS, RECORD_OUTREACH, IMPORT);
			case COORDINATOR -> Set.of(READ, RECORD_PLEDGES, RECORD_ACTIONS, RECORD_MEMBERS, RECORD_OUTREACH,
					SEE_PERSONS, SEE_CONTACT_DETAILS);
			case AUDITOR -> Set.of(READ, SEE_PERSONS);
			case PARTNER -> Set.of();
			case SYSTEM -> Set.of(Permission.values());
		};
	}

	public static Set<Permission> of(List<TokenScope> scopes) {
		Set<Permission> permissions = EnumSet.noneOf(Permission.class);
		scopes.forEach(scope -> permissions.addAll(switch (scope) {
			case READ -> Set.of(READ);
			case SUBMIT -> Set.of(RECORD_PLEDGES);
		}));
		return permissions;
	}

}
