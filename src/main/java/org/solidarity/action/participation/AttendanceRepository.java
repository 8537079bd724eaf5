package org.solidarity.action.participation;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.ATTENDANCE;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.AttendanceAct;
import org.springframework.stereotype.Repository;

/** The ledger of who was there. */
@Repository
class AttendanceRepository {

	private final DSLContext sql;

	AttendanceRepository(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * Of each participation that the viewer may see what was recorded, the first first.
	 */
	Map<UUID, List<Attendance>> of(Viewer viewer, Collection<UUID> participations) {
		return this.sql
			.select(PARTICIPATION.ID, ATTENDANCE.ACT, ATTENDANCE.HAPPENED_AT, ATTENDANCE.REASON, ATTENDANCE.CODE_ID,
					ATTENDANCE.RECORDED_AT)
			.from(PARTICIPATION)
			.join(ATTENDANCE)
			.on(ATTENDANCE.CONTROLLER_ID.eq(PARTICIPATION.CONTROLLER_ID),
					ATTENDANCE.PARTICIPATION_ID.eq(PARTICIPATION.ID))
			.where(ParticipationRepository.visibleTo(viewer),
					PARTICIPATION.ID.eq(any(participations.toArray(UUID[]::new))))
			.orderBy(ATTENDANCE.ID)
			.fetchGroups(PARTICIPATION.ID, row -> new Attendance(row.value2(), row.value3(), row.value4(),
					row.value5() != null, row.value6()));
	}

	/** The participation that the nonce checked in at the action. */
	@Nullable UUID byNonce(Viewer viewer, UUID action, String nonce) {
		return this.sql.select(ATTENDANCE.PARTICIPATION_ID)
			.from(ATTENDANCE)
			.join(PARTICIPATION)
			.on(PARTICIPATION.CONTROLLER_ID.eq(ATTENDANCE.CONTROLLER_ID),
					PARTICIPATION.ID.eq(ATTENDANCE.PARTICIPATION_ID))
			.where(ParticipationRepository.visibleTo(viewer), ATTENDANCE.ACTION_ID.eq(action),
					ATTENDANCE.NONCE.eq(nonce))
			.fetchOne(ATTENDANCE.PARTICIPATION_ID);
	}

	void insertCheckIn(Viewer viewer, Participation of, Instant at, String nonce, @Nullable UUID code) {
		insert(viewer, of, AttendanceAct.CHECKED_IN, at, nonce, code, null);
	}

	void insertAbsence(Viewer viewer, Participation of, Instant at) {
		insert(viewer, of, AttendanceAct.MARKED_ABSENT, at, null, null, null);
	}

	UUID insertUndoing(Viewer viewer, Participation of, Instant at, String reason) {
		return insert(viewer, of, AttendanceAct.UNDONE, at, null, null, reason);
	}

	private UUID insert(Viewer viewer, Participation of, AttendanceAct act, Instant at, @Nullable String nonce,
			@Nullable UUID code, @Nullable String reason) {
		return this.sql.insertInto(ATTENDANCE)
			.set(ATTENDANCE.CONTROLLER_ID, of.controllerId())
			.set(ATTENDANCE.PARTICIPATION_ID, of.id())
			.set(ATTENDANCE.ACTION_ID, of.actionId())
			.set(ATTENDANCE.ACT, act)
			.set(ATTENDANCE.HAPPENED_AT, at)
			.set(ATTENDANCE.NONCE, nonce)
			.set(ATTENDANCE.CODE_ID, code)
			.set(ATTENDANCE.REASON, reason)
			.set(ATTENDANCE.RECORDED_BY, viewer.id())
			.returning(ATTENDANCE.ID)
			.fetchSingle(ATTENDANCE.ID);
	}

}
