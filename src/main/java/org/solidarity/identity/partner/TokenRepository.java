package org.solidarity.identity.partner;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.API_TOKEN;
import static org.solidarity.platform.jooq.Tables.GOOD_TOKEN;

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
import org.solidarity.identity.Permissions;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {

	private static final List<Field<?>> FIELDS = List.of(API_TOKEN.ID, API_TOKEN.GROUP_ID, API_TOKEN.NAME,
			API_TOKEN.SCOPES, API_TOKEN.ALLOWED_ADDRESSES, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT,
			API_TOKEN.LAST_USED_AT, API_TOKEN.REVOKED_AT);

	private final DSLContext sql;

	private final Pages pages;

	TokenRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, ApiToken> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(API_TOKEN)
			.where(visibleTo(viewer), API_TOKEN.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(API_TOKEN.ID, TokenRepository::token);
	}

	/** A page of the tokens of each group, newest first. */
	Map<UUID, Connection<ApiToken>> of(Viewer viewer, Collection<UUID> groups, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, API_TOKEN, visibleTo(viewer),
				Ordering.by("api_token.created", Direction.DESC, API_TOKEN.ID, API_TOKEN.CREATED_AT),
				TokenRepository::token), API_TOKEN.GROUP_ID, groups, page);
	}

	/** Whom a token with this hash lets in, now and from this address. */
	Optional<Viewer> viewer(byte[] hash, String address, Instant now) {
		var token = GOOD_TOKEN.call(hash, address, now);
		return this.sql.select(token.ID, token.GROUP_ID, token.SCOPES)
			.from(token)
			.fetchOptional(
					row -> new Viewer(row.value1(), Role.PARTNER, row.value2(), Permissions.of(List.of(row.value3()))));
	}

	UUID insert(Viewer viewer, IssueApiToken.Input input, byte[] hash, Instant now) {
		return this.sql.insertInto(API_TOKEN)
			.set(API_TOKEN.GROUP_ID, input.groupId().of(PartnerGroup.PREFIX))
			.set(API_TOKEN.NAME, input.name())
			.set(API_TOKEN.SECRET_HASH, hash)
			.set(API_TOKEN.SCOPES, input.scopes().stream().distinct().toArray(TokenScope[]::new))
			.set(API_TOKEN.ALLOWED_ADDRESSES, input.networks().toArray(String[]::new))
			.set(API_TOKEN.CREATED_AT, now)
			.set(API_TOKEN.CREATED_BY, viewer.is(Role.SYSTEM) ? null : viewer.id())
			.set(API_TOKEN.EXPIRES_AT, input.expiresAt())
			.returning(API_TOKEN.ID)
			.fetchSingle(API_TOKEN.ID);
	}

	void revoke(Viewer viewer, UUID id, Instant now) {
		this.sql.update(API_TOKEN)
			.set(API_TOKEN.REVOKED_AT, now)
			.where(visibleTo(viewer), API_TOKEN.ID.eq(id), API_TOKEN.REVOKED_AT.isNull())
			.execute();
	}

	void used(UUID id, Instant at) {
		this.sql.update(API_TOKEN).set(API_TOKEN.LAST_USED_AT, val(at)).where(API_TOKEN.ID.eq(id)).execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case SYSTEM, ADMINISTRATOR, AUDITOR -> noCondition();
			case STAFF, COORDINATOR, PARTNER -> falseCondition();
		};
	}

	private static ApiToken token(Record row) {
		return new ApiToken(row.get(API_TOKEN.ID), row.get(API_TOKEN.GROUP_ID), row.get(API_TOKEN.NAME),
				List.of(row.get(API_TOKEN.SCOPES)), List.of(row.get(API_TOKEN.ALLOWED_ADDRESSES)),
				row.get(API_TOKEN.CREATED_AT), row.get(API_TOKEN.EXPIRES_AT), row.get(API_TOKEN.LAST_USED_AT),
				row.get(API_TOKEN.REVOKED_AT));
	}

}
