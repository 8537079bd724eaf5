package org.solidarity.outreach.reminder;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.BODY_MEETING;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.TaskSource;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRepository {

	private final DSLContext sql;

	ReminderRepository(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * For the owner of the target, where there is one who may see the task.
	 * @return how many were made; a meeting that has one in the campaign gets no other
	 */
	int insert(Viewer viewer, UUID campaign, LocalDate today, int withinDays, int daysBefore) {
		var deadlineAhead = BODY_MEETING.RESOLUTION_DEADLINE.ge(today);
		var day = when(deadlineAhead, BODY_MEETING.RESOLUTION_DEADLINE).otherwise(BODY_MEETING.DATE);
		var subject = when(deadlineAhead,
				concat(inline("Resolutions are due on "), text(BODY_MEETING.RESOLUTION_DEADLINE),
						inline(" for the meeting on "), text(BODY_MEETING.DATE)))
			.otherwise(concat(inline("The body meets on "), text(BODY_MEETING.DATE)));
		var owner = when(Routines.mayTakeTask(CAMPAIGN_TARGET.OWNER_ID, CAMPAIGN_TARGET.CAMPAIGN_ID,
				CAMPAIGN_TARGET.BODY_ID, val(null, UUID.class)), CAMPAIGN_TARGET.OWNER_ID);
		return this.sql
			.insertInto(TASK, TASK.CAMPAIGN_ID, TASK.BODY_ID, TASK.MEETING_ID, TASK.SOURCE, TASK.SUBJECT,
					TASK.ASSIGNEE_ID, TASK.DUE_ON, TASK.CREATED_BY)
			.select(select(CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID, BODY_MEETING.ID,
					val(TaskSource.MEETING_REMINDER), subject, owner, greatest(day.sub(daysBefore), val(today)),
					val(viewer.id()))
				.from(CAMPAIGN_TARGET)
				.join(BODY_MEETING)
				.on(BODY_MEETING.BODY_ID.eq(CAMPAIGN_TARGET.BODY_ID))
				.where(Campaigns.workedOnBy(viewer, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID),
						CAMPAIGN_TARGET.CAMPAIGN_ID.eq(campaign), CAMPAIGN_TARGET.REMOVED_AT.isNull(),
						BODY_MEETING.CANCELLED.isFalse(), day.between(today, today.plusDays(withinDays))))
			.onConflictDoNothing()
			.execute();
	}

	private static Field<String> text(Field<LocalDate> day) {
		return day.cast(SQLDataType.VARCHAR);
	}

}
