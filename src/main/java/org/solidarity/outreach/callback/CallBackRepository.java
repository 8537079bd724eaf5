package org.solidarity.outreach.callback;

import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
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
	 * Gives each call-back that the contact may answer, answered so far, or asks for the
	 * earliest later contact with the same body or member that answers it, and opens it
	 * again where there is none. One that was completed or cancelled by hand stays so; so
	 * does one that nobody asks for any more. One that is open, however often it was
	 * answered before it was reopened, is answered by this contact only.
	 */
	void settle(Viewer viewer, Contact contact, Instant now) {
		var task = TASK.as("settled_task");
		var asked = CURRENT_INTERACTION.as("asked");
		var answer = CURRENT_INTERACTION.as("answer");
		Condition own = task.INTERACTION_ID.eq(contact.interactionId());
		Condition answered = task.COMPLETING_INTERACTION_ID.eq(contact.interactionId());
		var earliest = lateral(select(answer.ID).from(answer)
			.where(answer.CAMPAIGN_ID.eq(contact.campaignId()), contact.subject().is(answer.BODY_ID, answer.PERSON_ID),
					answer.REACHED.isTrue(), answer.RETRACTED.isFalse(),
					row(answer.AT, answer.ID).gt(asked.AT, asked.ID),
					or(own, answered, answer.ID.eq(contact.interactionId())))
			.orderBy(answer.AT, answer.ID)
			.limit(1)).as("earliest");
		Field<UUID> by = earliest.field(answer.ID);
		var settled = select(task.ID, by.as("by_id")).from(task)
			.join(asked)
			.on(asked.ID.eq(task.INTERACTION_ID))
			.leftJoin(earliest)
			.on(trueCondition())
			.where(task.SOURCE.eq(TaskSource.CALL_BACK), task.CAMPAIGN_ID.eq(contact.campaignId()),
					contact.subject().is(task.BODY_ID, task.PERSON_ID), asked.RETRACTED.isFalse(),
					asked.CALL_BACK_AFTER.isNotNull(), or(own, answered, task.STATUS.eq(TaskStatus.OPEN)))
			.asTable("settled");
		Field<UUID> byId = settled.field("by_id", UUID.class);
		this.sql.update(TASK)
			.set(TASK.COMPLETED_AT, when(byId.isNotNull(), now))
			.set(TASK.COMPLETED_BY, when(byId.isNotNull(), viewer.id()))
			.set(TASK.COMPLETING_INTERACTION_ID, byId)
			.set(TASK.VERSION, TASK.VERSION.plus(1))
			.from(settled)
			.where(visibleTo(viewer), TASK.ID.eq(settled.field(task.ID)),
					or(TASK.STATUS.eq(TaskStatus.OPEN), TASK.COMPLETING_INTERACTION_ID.isNotNull()),
					TASK.COMPLETING_INTERACTION_ID.isDistinctFrom(byId))
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
