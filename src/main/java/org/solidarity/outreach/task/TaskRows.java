package org.solidarity.outreach.task;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableLike;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.member.Member;
import org.solidarity.organization.Body;
import org.solidarity.organization.meeting.Meeting;
import org.solidarity.outreach.OutreachScope;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TaskStatus;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;

/**
 * Which tasks are visible and match a filter at a moment, and how their rows are read.
 */
record TaskRows(Viewer viewer, Instant now) {

	/** Each task with its campaign, whose days count. */
	static final TableLike<?> FROM = TASK.join(CAMPAIGN).on(CAMPAIGN.ID.eq(TASK.CAMPAIGN_ID));

	private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

	private static final Field<Instant> OVERDUE_FROM = Routines.overdueFrom(TASK.DUE_AT, TASK.DUE_ON,
			CAMPAIGN.TIME_ZONE);

	/** A coordinator sees what is about neither body nor member where it is theirs. */
	Condition visible() {
		Condition shown = OutreachScope.visibleTo(this.viewer, TASK.CAMPAIGN_ID, TASK.BODY_ID, TASK.CONTROLLER_ID);
		return this.viewer.is(Role.COORDINATOR) ? shown.or(TASK.BODY_ID.isNull()
			.and(TASK.CONTROLLER_ID.isNull())
			.and(TASK.ASSIGNEE_ID.eq(this.viewer.id()))
			.and(Campaigns.visibleTo(this.viewer, TASK.CAMPAIGN_ID))) : shown;
	}

	Condition overdue() {
		return TASK.STATUS.eq(TaskStatus.OPEN).and(coalesce(OVERDUE_FROM, NEVER).le(this.now));
	}

	List<Field<?>> fields() {
		return List.of(TASK.ID, TASK.CAMPAIGN_ID, TASK.BODY_ID, TASK.CONTROLLER_ID, TASK.PERSON_ID, TASK.MEETING_ID,
				TASK.SOURCE, TASK.INTERACTION_ID, TASK.SUBJECT, TASK.DETAILS, TASK.ASSIGNEE_ID, TASK.DUE_ON,
				TASK.DUE_AT, field(overdue()).as("overdue"), TASK.STATUS, TASK.COMPLETED_AT, TASK.COMPLETED_BY,
				TASK.COMPLETING_INTERACTION_ID, TASK.CANCELLED_AT, TASK.CANCELLED_BECAUSE, TASK.CREATED_AT,
				TASK.CREATED_BY, TASK.VERSION);
	}

	PageQuery<Task> query(TaskList list) {
		TaskOrder order = list.order() != null ? list.order() : TaskOrder.DEFAULT;
		var ordering = switch (order.field()) {
			case DUE -> Ordering.by("task.due", order.direction(), TASK.ID, coalesce(OVERDUE_FROM, NEVER));
			case CREATED_AT -> Ordering.by("task.created", order.direction(), TASK.ID, TASK.CREATED_AT);
		};
		return new PageQuery<>(fields(), FROM, visible().and(Conditions.of(list.filter(), this::matching)), ordering,
				TaskRows::task);
	}

	private Condition matching(TaskFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), this::matching,
				Conditions.all(Conditions.of(filter.campaignId(), id -> TASK.CAMPAIGN_ID.eq(id.of(Campaign.PREFIX))),
						Conditions.of(filter.bodyId(), id -> TASK.BODY_ID.eq(id.of(Body.PREFIX))),
						Conditions.of(filter.memberId(), id -> TASK.PERSON_ID.eq(id.of(Member.PREFIX))),
						Conditions.of(filter.meetingId(), id -> TASK.MEETING_ID.eq(id.of(Meeting.PREFIX))),
						Conditions.of(filter.assignee(), assignee -> assignee.on(this.viewer, TASK.ASSIGNEE_ID)),
						Conditions.of(filter.status(), status -> status.on(TASK.STATUS)),
						Conditions.of(filter.source(), source -> source.on(TASK.SOURCE)),
						Conditions.of(filter.overdue(), yes -> yes ? overdue() : not(overdue())),
						Conditions.of(filter.due(), due -> OVERDUE_FROM.isNotNull().and(due.on(OVERDUE_FROM))),
						Conditions.of(filter.subject(), subject -> subject.on(TASK.SUBJECT))));
	}

	static Task task(Record row) {
		return new Task(row.get(TASK.ID), row.get(TASK.CAMPAIGN_ID), row.get(TASK.BODY_ID), row.get(TASK.CONTROLLER_ID),
				row.get(TASK.PERSON_ID), row.get(TASK.MEETING_ID), row.get(TASK.SOURCE), row.get(TASK.INTERACTION_ID),
				row.get(TASK.SUBJECT), row.get(TASK.DETAILS), row.get(TASK.ASSIGNEE_ID), row.get(TASK.DUE_ON),
				row.get(TASK.DUE_AT), row.get("overdue", boolean.class), row.get(TASK.STATUS),
				row.get(TASK.COMPLETED_AT), row.get(TASK.COMPLETED_BY), row.get(TASK.COMPLETING_INTERACTION_ID),
				row.get(TASK.CANCELLED_AT), row.get(TASK.CANCELLED_BECAUSE), row.get(TASK.CREATED_AT),
				row.get(TASK.CREATED_BY), row.get(TASK.VERSION));
	}

}
