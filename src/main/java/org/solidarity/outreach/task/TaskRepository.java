package org.solidarity.outreach.task;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.Subject;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.TaskStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class TaskRepository {

	private final DSLContext sql;

	private final Pages pages;

	TaskRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Task> find(TaskRows rows, Field<UUID> key, Collection<UUID> ids) {
		return this.sql.select(rows.fields())
			.from(TaskRows.FROM)
			.where(rows.visible(), key.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(key, TaskRows::task);
	}

	Connection<Task> list(TaskRows rows, PageRequest page, TaskList list) {
		return this.pages.fetch(rows.query(list), page);
	}

	Map<UUID, Connection<Task>> of(TaskRows rows, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			TaskList list) {
		return this.pages.fetch(rows.query(list), parent, parents, page);
	}

	Map<UUID, TaskTotals> totals(TaskRows rows, Field<UUID> parent, Collection<UUID> parents) {
		var open = count().filterWhere(TASK.STATUS.eq(TaskStatus.OPEN));
		var overdue = count().filterWhere(rows.overdue());
		var unassigned = count().filterWhere(TASK.STATUS.eq(TaskStatus.OPEN), TASK.ASSIGNEE_ID.isNull());
		var completed = count().filterWhere(TASK.STATUS.eq(TaskStatus.COMPLETED));
		var cancelled = count().filterWhere(TASK.STATUS.eq(TaskStatus.CANCELLED));
		return this.sql.select(parent, open, overdue, unassigned, completed, cancelled)
			.from(TaskRows.FROM)
			.where(rows.visible(), parent.eq(any(parents.toArray(UUID[]::new))))
			.groupBy(parent)
			.fetchMap(parent,
					row -> new TaskTotals(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
	}

	/** Whether the account would see such a task. */
	boolean mayTake(UUID account, UUID campaign, Subject about) {
		return this.sql.select(Routines.mayTakeTask(account, campaign, about.bodyId(), about.controllerId()))
			.fetchSingle()
			.value1();
	}

	UUID insert(Viewer viewer, UUID campaign, Subject about, @Nullable UUID meeting, @Nullable UUID assignee,
			CreateTask.Input input) {
		return this.sql.insertInto(TASK)
			.set(TASK.CAMPAIGN_ID, campaign)
			.set(TASK.BODY_ID, about.bodyId())
			.set(TASK.CONTROLLER_ID, about.controllerId())
			.set(TASK.PERSON_ID, about.memberId())
			.set(TASK.MEETING_ID, meeting)
			.set(TASK.SUBJECT, input.subject())
			.set(TASK.DETAILS, input.details())
			.set(TASK.ASSIGNEE_ID, assignee)
			.set(TASK.DUE_ON, input.dueOn())
			.set(TASK.DUE_AT, input.dueAt())
			.set(TASK.CREATED_BY, viewer.id())
			.returning(TASK.ID)
			.fetchSingle(TASK.ID);
	}

	/** False where the task is no longer of this version. */
	boolean update(TaskRows rows, UUID id, int expectedVersion, Map<Field<?>, ? extends @Nullable Object> values) {
		return this.sql.update(TASK)
			.set(values)
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.where(rows.visible(), TASK.ID.eq(id), TASK.VERSION.eq(expectedVersion))
			.execute() == 1;
	}

	static Map<Field<?>, @Nullable Object> completed(Viewer viewer, Instant now) {
		Map<Field<?>, @Nullable Object> values = open();
		values.put(TASK.COMPLETED_AT, now);
		values.put(TASK.COMPLETED_BY, viewer.id());
		return values;
	}

	static Map<Field<?>, @Nullable Object> cancelled(Viewer viewer, Instant now, String reason) {
		Map<Field<?>, @Nullable Object> values = open();
		values.put(TASK.CANCELLED_AT, now);
		values.put(TASK.CANCELLED_BY, viewer.id());
		values.put(TASK.CANCELLED_BECAUSE, reason);
		return values;
	}

	/** Neither completed nor cancelled. */
	static Map<Field<?>, @Nullable Object> open() {
		Map<Field<?>, @Nullable Object> values = new HashMap<>();
		for (Field<?> field : new Field<?>[] { TASK.COMPLETED_AT, TASK.COMPLETED_BY, TASK.COMPLETING_INTERACTION_ID,
				TASK.CANCELLED_AT, TASK.CANCELLED_BY, TASK.CANCELLED_BECAUSE }) {
			values.put(field, null);
		}
		return values;
	}

}
