package org.solidarity.action.checkin;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.solidarity.platform.jooq.Tables.CHECK_IN_CODE;
import static org.solidarity.platform.jooq.Tables.CHECK_IN_KEY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.action.Action;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class CheckInCodeRepository {

	private static final List<Field<?>> FIELDS = List.of(CHECK_IN_CODE.ID, CHECK_IN_CODE.ACTION_ID,
			CHECK_IN_CODE.WALK_INS, CHECK_IN_CODE.ISSUED_AT, CHECK_IN_CODE.ISSUED_BY, CHECK_IN_CODE.EXPIRES_AT,
			CHECK_IN_CODE.REVOKED_AT);

	private final DSLContext sql;

	CheckInCodeRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** What codes are signed with; for the application itself. */
	byte[] secret() {
		return this.sql.select(CHECK_IN_KEY.SECRET).from(CHECK_IN_KEY).fetchSingle(CHECK_IN_KEY.SECRET);
	}

	Map<UUID, CheckInCode> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CHECK_IN_CODE)
			.where(visibleTo(viewer), CHECK_IN_CODE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CHECK_IN_CODE.ID, CheckInCodeRepository::code);
	}

	/** Of each action the codes that are good at that moment, the latest first. */
	Map<UUID, List<CheckInCode>> good(Viewer viewer, Collection<UUID> actions, Instant now) {
		return this.sql.select(FIELDS)
			.from(CHECK_IN_CODE)
			.where(visibleTo(viewer), CHECK_IN_CODE.ACTION_ID.eq(any(actions.toArray(UUID[]::new))),
					CHECK_IN_CODE.REVOKED_AT.isNull(), CHECK_IN_CODE.EXPIRES_AT.gt(now))
			.orderBy(CHECK_IN_CODE.ID.desc())
			.fetchGroups(CHECK_IN_CODE.ACTION_ID, CheckInCodeRepository::code);
	}

	UUID insert(Viewer viewer, Action action, boolean walkIns, Instant now, Instant expiresAt) {
		return this.sql.insertInto(CHECK_IN_CODE)
			.set(CHECK_IN_CODE.CAMPAIGN_ID, action.campaignId())
			.set(CHECK_IN_CODE.ACTION_ID, action.id())
			.set(CHECK_IN_CODE.WALK_INS, walkIns)
			.set(CHECK_IN_CODE.ISSUED_AT, now)
			.set(CHECK_IN_CODE.ISSUED_BY, viewer.id())
			.set(CHECK_IN_CODE.EXPIRES_AT, expiresAt)
			.returning(CHECK_IN_CODE.ID)
			.fetchSingle(CHECK_IN_CODE.ID);
	}

	void revoke(Viewer viewer, UUID id, Instant now) {
		this.sql.update(CHECK_IN_CODE)
			.set(CHECK_IN_CODE.REVOKED_AT, now)
			.where(visibleTo(viewer), CHECK_IN_CODE.ID.eq(id), CHECK_IN_CODE.REVOKED_AT.isNull())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return switch (viewer.role()) {
			case SYSTEM, AUDITOR, STAFF, COORDINATOR -> Campaigns.visibleTo(viewer, CHECK_IN_CODE.CAMPAIGN_ID);
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static CheckInCode code(Record row) {
		return new CheckInCode(row.get(CHECK_IN_CODE.ID), row.get(CHECK_IN_CODE.ACTION_ID),
				row.get(CHECK_IN_CODE.WALK_INS), row.get(CHECK_IN_CODE.ISSUED_AT), row.get(CHECK_IN_CODE.ISSUED_BY),
				row.get(CHECK_IN_CODE.EXPIRES_AT), row.get(CHECK_IN_CODE.REVOKED_AT));
	}

}
