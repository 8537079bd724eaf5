package org.solidarity.identity;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.AccountStatus;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

	private final DSLContext sql;

	private final Pages pages;

	AccountRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	/** What a sign-in is checked against. */
	record Credentials(UUID id, String email, String passwordHash) {
	}

	Map<UUID, Account> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(fields(viewer))
			.from(ACCOUNT)
			.where(visibleTo(viewer), ACCOUNT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ACCOUNT.ID, AccountRepository::account);
	}

	Connection<Account> list(Viewer viewer, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(fields(viewer), ACCOUNT, visibleTo(viewer),
				Ordering.by("account.name", Direction.ASC, ACCOUNT.ID, lower(ACCOUNT.NAME)),
				AccountRepository::account), page);
	}

	Optional<Credentials> credentials(String email) {
		return credentials(lower(ACCOUNT.EMAIL).eq(lower(email)));
	}

	Optional<Credentials> credentials(UUID id) {
		return credentials(ACCOUNT.ID.eq(id));
	}

	private Optional<Credentials> credentials(Condition which) {
		return this.sql.select(ACCOUNT.ID, ACCOUNT.EMAIL, ACCOUNT.PASSWORD_HASH)
			.from(ACCOUNT)
			.where(which, ACCOUNT.STATUS.eq(AccountStatus.ACTIVE))
			.fetchOptional(row -> new Credentials(row.value1(), row.value2(), row.value3()));
	}

	/** The role of an active account that has not signed out since that moment. */
	Optional<Role> role(UUID id, Instant since) {
		return this.sql.select(ACCOUNT.ROLE)
			.from(ACCOUNT)
			.where(ACCOUNT.ID.eq(id), ACCOUNT.STATUS.eq(AccountStatus.ACTIVE),
					ACCOUNT.SIGNED_OUT_AT.isNull().or(ACCOUNT.SIGNED_OUT_AT.lt(since)))
			.fetchOptional(ACCOUNT.ROLE);
	}

	UUID insert(CreateAccount.Input input, String passwordHash) {
		return this.sql.insertInto(ACCOUNT)
			.set(ACCOUNT.EMAIL, input.email())
			.set(ACCOUNT.NAME, input.name())
			.set(ACCOUNT.ROLE, input.role())
			.set(ACCOUNT.PASSWORD_HASH, passwordHash)
			.returning(ACCOUNT.ID)
			.fetchSingle(ACCOUNT.ID);
	}

	void signedIn(UUID id, Instant at) {
		this.sql.update(ACCOUNT).set(ACCOUNT.LAST_SIGN_IN_AT, at).where(ACCOUNT.ID.eq(id)).execute();
	}

	void signedOut(UUID id, Instant at) {
		this.sql.update(ACCOUNT).set(ACCOUNT.SIGNED_OUT_AT, at).where(ACCOUNT.ID.eq(id)).execute();
	}

	/** Makes another change of the account wait until this one is done. */
	void lock(UUID id) {
		this.sql.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).forUpdate().fetch();
	}

	void role(UUID id, Role role) {
		this.sql.update(ACCOUNT)
			.set(ACCOUNT.ROLE, role)
			.set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
			.where(ACCOUNT.ID.eq(id))
			.execute();
	}

	void status(UUID id, AccountStatus status) {
		this.sql.update(ACCOUNT)
			.set(ACCOUNT.STATUS, status)
			.set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
			.where(ACCOUNT.ID.eq(id), ACCOUNT.STATUS.ne(status))
			.execute();
	}

	/** A new password ends the sessions that began under the old one. */
	void password(UUID id, String hash, Instant at) {
		this.sql.update(ACCOUNT)
			.set(ACCOUNT.PASSWORD_HASH, hash)
			.set(ACCOUNT.SIGNED_OUT_AT, at)
			.where(ACCOUNT.ID.eq(id))
			.execute();
	}

	/**
	 * Whoever is not staff sees only itself: who else works here is no coordinator's
	 * business.
	 */
	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR, STAFF -> noCondition();
			case COORDINATOR -> ACCOUNT.ID.eq(viewer.id());
			case PARTNER -> DSL.falseCondition();
		};
	}

	private static List<Field<?>> fields(Viewer viewer) {
		Field<String> email = viewer.may(Permission.MANAGE_ACCOUNTS) ? ACCOUNT.EMAIL
				: when(ACCOUNT.ID.eq(viewer.id()), ACCOUNT.EMAIL).as(ACCOUNT.EMAIL);
		return List.of(ACCOUNT.ID, email, ACCOUNT.NAME, ACCOUNT.ROLE, ACCOUNT.STATUS, ACCOUNT.LAST_SIGN_IN_AT,
				ACCOUNT.CREATED_AT, ACCOUNT.VERSION);
	}

	private static Account account(Record row) {
		return new Account(row.get(ACCOUNT.ID), row.get(ACCOUNT.EMAIL.getName(), String.class), row.get(ACCOUNT.NAME),
				row.get(ACCOUNT.ROLE), row.get(ACCOUNT.STATUS), row.get(ACCOUNT.LAST_SIGN_IN_AT),
				row.get(ACCOUNT.CREATED_AT), row.get(ACCOUNT.VERSION));
	}

}
