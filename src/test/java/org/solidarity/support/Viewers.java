package org.solidarity.support;

import static org.solidarity.platform.jooq.Tables.ACCOUNT;
import static org.solidarity.platform.jooq.Tables.ACCOUNT_BODY;
import static org.solidarity.platform.jooq.Tables.API_TOKEN;
import static org.solidarity.platform.jooq.Tables.PARTNER_BODY;
import static org.solidarity.platform.jooq.Tables.PARTNER_GROUP;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.identity.TestPermissions;
import org.solidarity.identity.TestTokens;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;
import org.springframework.stereotype.Component;

/** People and partner groups to ask as; each call makes a new one. */
@Component
public class Viewers {

	private final DSLContext sql;

	private final Transactions transactions;

	Viewers(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	public Viewer staff() {
		return account(Role.STAFF);
	}

	public Viewer administrator() {
		return account(Role.ADMINISTRATOR);
	}

	public Viewer auditor() {
		return account(Role.AUDITOR);
	}

	/** A coordinator of these bodies, with their members. */
	public Viewer coordinator(UUID... bodies) {
		var viewer = account(Role.COORDINATOR);
		this.transactions.write(Viewer.SYSTEM, () -> {
			for (UUID body : bodies) {
				this.sql.insertInto(ACCOUNT_BODY)
					.set(ACCOUNT_BODY.ACCOUNT_ID, viewer.id())
					.set(ACCOUNT_BODY.BODY_ID, body)
					.set(ACCOUNT_BODY.WITH_MEMBERS, true)
					.execute();
			}
			return null;
		});
		return viewer;
	}

	/**
	 * A partner group that speaks for these bodies, by a token that may read and submit.
	 */
	public Viewer partner(UUID... bodies) {
		return partner(TestTokens.random(), bodies);
	}

	/**
	 * The API token of a new partner group, for whoever comes in over HTTP.
	 */
	public String token() {
		String secret = TestTokens.random();
		partner(secret);
		return secret;
	}

	private Viewer partner(String secret, UUID... bodies) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID group = this.sql.insertInto(PARTNER_GROUP)
				.set(PARTNER_GROUP.NAME, "Partners " + UUID.randomUUID())
				.returning(PARTNER_GROUP.ID)
				.fetchSingle(PARTNER_GROUP.ID);
			for (UUID body : bodies) {
				this.sql.insertInto(PARTNER_BODY)
					.set(PARTNER_BODY.GROUP_ID, group)
					.set(PARTNER_BODY.BODY_ID, body)
					.execute();
			}
			UUID token = this.sql.insertInto(API_TOKEN)
				.set(API_TOKEN.GROUP_ID, group)
				.set(API_TOKEN.NAME, "test")
				.set(API_TOKEN.SECRET_HASH, TestTokens.hash(secret))
				.set(API_TOKEN.SCOPES, TokenScope.values())
				.set(API_TOKEN.EXPIRES_AT, Instant.now().plus(Duration.ofDays(1)))
				.returning(API_TOKEN.ID)
				.fetchSingle(API_TOKEN.ID);
			return new Viewer(token, Role.PARTNER, group, TestPermissions.of(TokenScope.values()));
		});
	}

	private Viewer account(Role role) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID id = this.sql.insertInto(ACCOUNT)
				.set(ACCOUNT.EMAIL, UUID.randomUUID() + "@example.org")
				.set(ACCOUNT.NAME, "Some " + role)
				.set(ACCOUNT.ROLE, role)
				.set(ACCOUNT.PASSWORD_HASH, "none")
				.returning(ACCOUNT.ID)
				.fetchSingle(ACCOUNT.ID);
			return new Viewer(id, role, null, TestPermissions.of(role));
		});
	}

}
