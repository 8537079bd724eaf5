package org.solidarity.outreach.callback;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.CURRENT_INTERACTION;
import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.solidarity.outreach.OutreachScope;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.TaskSource;
import org.solidarity.platform.jooq.enums.TaskStatus;
import org.springframework.stereotype.Repository;

@Repository
class CallBackRepository {

	private static final String NO_LONGER = "The interaction was corrected: it asks for no call-back.";

	private final DSLContext sql;

	CallBackRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** For whoever had the contact, where they still may; otherwise for nobody. */
	void insert(Viewer viewer, Contact contact) {
		Field<UUID> by = val(contact.byId(), UUID.class);
		this.sql.insertInto(TASK)
			.set(TASK.CAMPAIGN_ID, contact.campaignId())
			.set(TASK.BODY_ID, contact.subject().bodyId())
			.set(TASK.CONTROLLER_ID, contact.subject().controllerId())
			.set(TASK.PERSON_ID, contact.subject().memberId())
			.set(TASK.SOURCE, TaskSource.CALL_BACK)
			.set(TASK.INTERACTION_ID, contact.interactionId())
			.set(TASK.SUBJECT, "Call back")
			.set(TASK.ASSIGNEE_ID,
					when(Routines.mayTakeTask(by, val(contact.campaignId()),
							val(contact.subject().bodyId(), UUID.class),
							val(contact.subject().controllerId(), UUID.class)), by))
			.set(TASK.DUE_ON, day(contact))
			.set(TASK.CREATED_BY, viewer.id())
			.onConflictDoNothing()
			.execute();
	}

	/** False where there is no task yet, or it was completed. */
	boolean move(Viewer viewer, Contact contact) {
		return this.sql.update(TASK)
			.set(TASK.DUE_ON, day(contact))
			.setNull(TASK.DUE_AT)
			.setNull(TASK.CANCELLED_AT)
			.setNull(TASK.CANCELLED_BY)
			.setNull(TASK.CANCELLED_BECAUSE)
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.where(visibleTo(viewer), TASK.INTERACTION_ID.eq(contact.interactionId()), TASK.COMPLETED_AT.isNull())
			.execute() == 1;
	}

	void cancel(Viewer viewer, Contact contact, Instant now) {
		this.sql.update(TASK)
			.set(TASK.CANCELLED_AT, now)
			.set(TASK.CANCELLED_BY, viewer.id())
			.set(TASK.CANCELLED_BECAUSE, NO_LONGER)
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.where(visibleTo(viewer), TASK.INTERACTION_ID.eq(contact.interactionId()), TASK.STATUS.eq(TaskStatus.OPEN))
			.execute();
	}

	/**
	 * All that earlier contacts with the same body or member in the campaign asked for.
	 */
	void complete(Viewer viewer, Contact contact, Instant now) {
		var asked = CURRENT_INTERACTION.as("asked");
		this.sql.update(TASK)
			.set(TASK.COMPLETED_AT, now)
			.set(TASK.COMPLETED_BY, viewer.id())
			.set(TASK.COMPLETING_INTERACTION_ID, contact.interactionId())
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.where(visibleTo(viewer), TASK.SOURCE.eq(TaskSource.CALL_BACK), TASK.STATUS.eq(TaskStatus.OPEN),
					TASK.CAMPAIGN_ID.eq(contact.campaignId()),
					TASK.BODY_ID.isNotDistinctFrom(contact.subject().bodyId()),
					TASK.PERSON_ID.isNotDistinctFrom(contact.subject().memberId()),
					TASK.INTERACTION_ID.ne(contact.interactionId()),
					exists(selectOne().from(asked).where(asked.ID.eq(TASK.INTERACTION_ID), asked.AT.le(contact.at()))))
			.execute();
	}

	/** What the contact completed before it was told otherwise. */
	void reopen(Viewer viewer, Contact contact) {
		this.sql.update(TASK)
			.setNull(TASK.COMPLETED_AT)
			.setNull(TASK.COMPLETED_BY)
			.setNull(TASK.COMPLETING_INTERACTION_ID)
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.where(visibleTo(viewer), TASK.COMPLETING_INTERACTION_ID.eq(contact.interactionId()))
			.execute();
	}

	/** The day on which they may be called again, where the campaign is. */
	private static Field<LocalDate> day(Contact contact) {
		return Routines.dayOfCampaign(val(contact.campaignId()), val(contact.callBackAfter()));
	}

	private static Condition visibleTo(Viewer viewer) {
		return OutreachScope.visibleTo(viewer, TASK.CAMPAIGN_ID, TASK.BODY_ID, TASK.CONTROLLER_ID);
	}

}
