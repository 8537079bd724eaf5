package org.solidarity.platform.startup;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Refuses to serve where row-level security would not hold: as a superuser, or as the
 * owner of the tables.
 */
@Component
class DatabaseGuard implements SmartInitializingSingleton {

	private static final Field<Boolean> SUPER = field(name("rolsuper"), Boolean.class);

	private static final Field<Boolean> BYPASS = field(name("rolbypassrls"), Boolean.class);

	private final DSLContext sql;

	DatabaseGuard(DSLContext sql) {
		this.sql = sql;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean above = this.sql.fetchExists(table(name("pg_roles")),
				field(name("rolname"), String.class).eq(currentUser()).and(condition(SUPER).or(BYPASS)));
		boolean owner = this.sql.fetchExists(table(name("pg_tables")), field(name("schemaname"), String.class).eq("crm")
			.and(field(name("tableowner"), String.class).eq(currentUser())));
		if (above || owner) {
			throw new UnsafeDatabaseException(
					"SPRING_DATASOURCE_USERNAME is a role that row-level security does not bind ("
							+ (above ? "a superuser" : "the owner of the tables")
							+ "); run db/roles.sql and let the server log in as crm_app.");
		}
	}

}
