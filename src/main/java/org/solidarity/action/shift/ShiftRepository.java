package org.solidarity.action.shift;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.ACTION_SHIFT;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.ActionScope;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class ShiftRepository {

	private static final List<Field<?>> FIELDS = List.of(ACTION_SHIFT.ID, ACTION_SHIFT.ACTION_ID, ACTION_SHIFT.NAME,
			ACTION_SHIFT.DATE, ACTION_SHIFT.START_TIME, ACTION_SHIFT.END_TIME, ACTION_SHIFT.CAPACITY);

	private final DSLContext sql;

	ShiftRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, Shift> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ACTION_SHIFT)
			.join(ACTION)
			.on(ACTION.ID.eq(ACTION_SHIFT.ACTION_ID))
			.where(ActionScope.visibleTo(viewer), ACTION_SHIFT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ACTION_SHIFT.ID, ShiftRepository::shift);
	}

	Map<UUID, List<Shift>> of(Viewer viewer, Collection<UUID> actions) {
		return this.sql.select(FIELDS)
			.from(ACTION_SHIFT)
			.join(ACTION)
			.on(ACTION.ID.eq(ACTION_SHIFT.ACTION_ID))
			.where(ActionScope.visibleTo(viewer), ACTION_SHIFT.ACTION_ID.eq(any(actions.toArray(UUID[]::new))))
			.orderBy(ACTION_SHIFT.DATE, ACTION_SHIFT.START_TIME, ACTION_SHIFT.ID)
			.fetchGroups(ACTION_SHIFT.ACTION_ID, ShiftRepository::shift);
	}

	UUID insert(Viewer viewer, UUID action, @Nullable String name, LocalDate date, LocalTime startTime,
			LocalTime endTime, @Nullable Integer capacity) {
		return this.sql.insertInto(ACTION_SHIFT)
			.set(ACTION_SHIFT.ACTION_ID, action)
			.set(ACTION_SHIFT.NAME, name)
			.set(ACTION_SHIFT.DATE, date)
			.set(ACTION_SHIFT.START_TIME, startTime)
			.set(ACTION_SHIFT.END_TIME, endTime)
			.set(ACTION_SHIFT.CAPACITY, capacity)
			.set(ACTION_SHIFT.RECORDED_BY, viewer.id())
			.returning(ACTION_SHIFT.ID)
			.fetchSingle(ACTION_SHIFT.ID);
	}

	private static Shift shift(Record row) {
		return new Shift(row.get(ACTION_SHIFT.ID), row.get(ACTION_SHIFT.ACTION_ID), row.get(ACTION_SHIFT.NAME),
				row.get(ACTION_SHIFT.DATE), row.get(ACTION_SHIFT.START_TIME), row.get(ACTION_SHIFT.END_TIME),
				row.get(ACTION_SHIFT.CAPACITY));
	}

}
