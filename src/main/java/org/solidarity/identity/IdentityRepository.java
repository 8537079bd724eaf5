package org.solidarity.identity;

import static org.solidarity.platform.jooq.Tables.ACCOUNT;
import static org.solidarity.platform.jooq.Tables.API_TOKEN;
import static org.jooq.impl.DSL.lower;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.AccountStatus;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Repository;

@Repository
class IdentityRepository {

	private final DSLContext sql;

	IdentityRepository(DSLContext sql) {
		this.sql = sql;
	}

	record Credentials(Viewer viewer, String passwordHash) {
	}

	Optional<Credentials> credentials(String email) {
		return this.sql.select(ACCOUNT.ID, ACCOUNT.ROLE, ACCOUNT.PASSWORD_HASH)
			.from(ACCOUNT)
			.where(lower(ACCOUNT.EMAIL).eq(email.toLowerCase()), ACCOUNT.STATUS.eq(AccountStatus.ACTIVE))
			.fetchOptional(row -> new Credentials(
					new Viewer(row.value1(), row.value2(), null, Permissions.of(row.value2())), row.value3()));
	}

	Optional<Viewer> byToken(byte[] hash, Instant now) {
		return this.sql.select(API_TOKEN.ID, API_TOKEN.GROUP_ID, API_TOKEN.SCOPES)
			.from(API_TOKEN)
			.where(API_TOKEN.SECRET_HASH.eq(hash), API_TOKEN.REVOKED_AT.isNull(), API_TOKEN.EXPIRES_AT.gt(now))
			.fetchOptional(row -> new Viewer(row.value1(), Role.PARTNER, row.value2(),
					Permissions.of(Arrays.asList(row.value3()))));
	}

}
