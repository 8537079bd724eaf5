package org.solidarity.action.participation;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.shift.Shift;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.RsvpStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ParticipationRepository {

	private static final List<Field<?>> FIELDS = List.of(PARTICIPATION.ID, PARTICIPATION.CONTROLLER_ID,
			PARTICIPATION.ACTION_ID, PARTICIPATION.PERSON_ID, PARTICIPATION.BODY_ID, PARTICIPATION.SHIFT_ID,
			PARTICIPATION.RSVP, PARTICIPATION.RSVP_AT, PARTICIPATION.RECONFIRMED_AT, PARTICIPATION.OUTCOME,
			PARTICIPATION.GUESTS, PARTICIPATION.CHECKED_IN_AT, PARTICIPATION.VERSION);

	private static final Ordering AS_RECORDED = Ordering.by("participation.recorded", Direction.ASC, PARTICIPATION.ID);

	private final DSLContext sql;

	private final Pages pages;

	ParticipationRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Participation> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PARTICIPATION)
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PARTICIPATION.ID, ParticipationRepository::participation);
	}

	Map<UUID, Connection<Participation>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.pages.fetch(new PageQuery<>(FIELDS, PARTICIPATION, visibleTo(viewer), AS_RECORDED,
				ParticipationRepository::participation), PARTICIPATION.ACTION_ID, actions, page);
	}

	/** The participation in the shift, or where none is told the first of the person. */
	@Nullable Participation ofPerson(Viewer viewer, UUID action, Who who, @Nullable Shift shift) {
		return this.sql.select(FIELDS)
			.from(PARTICIPATION)
			.where(visibleTo(viewer), PARTICIPATION.CONTROLLER_ID.eq(who.controllerId()),
					PARTICIPATION.ACTION_ID.eq(action), PARTICIPATION.PERSON_ID.eq(who.personId()),
					shift == null ? noCondition() : PARTICIPATION.SHIFT_ID.eq(shift.id()))
			.orderBy(PARTICIPATION.ID)
			.limit(1)
			.fetchOne(ParticipationRepository::participation);
	}

	UUID insert(Viewer viewer, Action action, Who who, @Nullable Shift shift, RsvpStatus rsvp, int guests) {
		return this.sql.insertInto(PARTICIPATION)
			.set(PARTICIPATION.CONTROLLER_ID, who.controllerId())
			.set(PARTICIPATION.PERSON_ID, who.personId())
			.set(PARTICIPATION.BODY_ID, who.bodyId())
			.set(PARTICIPATION.CAMPAIGN_ID, action.campaignId())
			.set(PARTICIPATION.ACTION_ID, action.id())
			.set(PARTICIPATION.SHIFT_ID, shift == null ? null : shift.id())
			.set(PARTICIPATION.RECORDED_BY, viewer.id())
			.set(PARTICIPATION.RSVP, rsvp)
			.set(PARTICIPATION.GUESTS, guests)
			.returning(PARTICIPATION.ID)
			.fetchSingle(PARTICIPATION.ID);
	}

	/** The earliest of the moments that are told stays, in whatever order they come. */
	void attend(Viewer viewer, Participation there, @Nullable Integer guests, Instant at) {
		this.sql.update(PARTICIPATION)
			.set(PARTICIPATION.OUTCOME, ParticipationOutcome.ATTENDED)
			.set(PARTICIPATION.GUESTS, guests != null ? guests : there.guests())
			.set(PARTICIPATION.CHECKED_IN_AT, at)
			.set(PARTICIPATION.VERSION, PARTICIPATION.VERSION.plus(1))
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(there.id()),
					PARTICIPATION.CHECKED_IN_AT.isNull().or(PARTICIPATION.CHECKED_IN_AT.gt(at)))
			.execute();
	}

	/** As if nobody had been checked in. */
	void forgetAttendance(Viewer viewer, Participation there) {
		this.sql.update(PARTICIPATION)
			.setNull(PARTICIPATION.OUTCOME)
			.setNull(PARTICIPATION.CHECKED_IN_AT)
			.set(PARTICIPATION.VERSION, PARTICIPATION.VERSION.plus(1))
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(there.id()))
			.execute();
	}

	/**
	 * Who waited and waits on keeps the place on the list; another answer or shift has to
	 * be confirmed anew.
	 */
	int answer(Viewer viewer, Participation before, @Nullable Shift shift, RsvpStatus rsvp, int guests) {
		return this.sql.update(PARTICIPATION)
			.set(PARTICIPATION.RSVP, rsvp)
			.set(PARTICIPATION.RSVP_AT,
					when(PARTICIPATION.RSVP.eq(rsvp), PARTICIPATION.RSVP_AT).otherwise(currentInstant()))
			.set(PARTICIPATION.RECONFIRMED_AT,
					when(PARTICIPATION.RSVP.eq(rsvp)
						.and(PARTICIPATION.SHIFT_ID.isNotDistinctFrom(shift == null ? null : shift.id())),
							PARTICIPATION.RECONFIRMED_AT))
			.set(PARTICIPATION.GUESTS, guests)
			.set(PARTICIPATION.SHIFT_ID, shift == null ? null : shift.id())
			.set(PARTICIPATION.VERSION, PARTICIPATION.VERSION.plus(1))
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(before.id()))
			.execute();
	}

	/** False where another change came first. */
	boolean reconfirm(Viewer viewer, Participation before, Instant now) {
		return this.sql.update(PARTICIPATION)
			.set(PARTICIPATION.RECONFIRMED_AT, now)
			.set(PARTICIPATION.VERSION, PARTICIPATION.VERSION.plus(1))
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(before.id()), PARTICIPATION.VERSION.eq(before.version()))
			.execute() == 1;
	}

	void markNoShow(Viewer viewer, Participation before) {
		this.sql.update(PARTICIPATION)
			.set(PARTICIPATION.OUTCOME, ParticipationOutcome.NO_SHOW)
			.set(PARTICIPATION.VERSION, PARTICIPATION.VERSION.plus(1))
			.where(visibleTo(viewer), PARTICIPATION.ID.eq(before.id()))
			.execute();
	}

	/** Over all bodies, whomever of them the viewer may see. */
	long seatsTaken(UUID action, @Nullable UUID shift) {
		return Routines.seatsTaken(this.sql.configuration(), action, shift);
	}

	/** Who has got a seat, whomever of them the viewer may see. */
	List<UUID> promoteWaiting(UUID action) {
		return List.of(Routines.promoteWaiting(this.sql.configuration(), action));
	}

	/**
	 * A coordinator sees who takes part on behalf of the bodies worked for, or is a
	 * member of theirs; staff who has no name; an auditor everyone.
	 */
	static Condition visibleTo(Viewer viewer) {
		Condition campaign = Campaigns.visibleTo(viewer, PARTICIPATION.CAMPAIGN_ID);
		return switch (viewer.role()) {
			case SYSTEM, AUDITOR -> campaign;
			case STAFF -> campaign.and(PARTICIPATION.PERSON_ID.isNull());
			case COORDINATOR ->
				campaign.and(Conditions.among(PARTICIPATION.BODY_ID, Routines.bodiesOfAccount(viewer.id()))
					.or(Conditions.among(PARTICIPATION.CONTROLLER_ID, Routines.controllersOfAccount(viewer.id()))));
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static Participation participation(Record row) {
		return new Participation(row.get(PARTICIPATION.ID), row.get(PARTICIPATION.CONTROLLER_ID),
				row.get(PARTICIPATION.ACTION_ID), row.get(PARTICIPATION.PERSON_ID), row.get(PARTICIPATION.BODY_ID),
				row.get(PARTICIPATION.SHIFT_ID), row.get(PARTICIPATION.RSVP), row.get(PARTICIPATION.RSVP_AT),
				row.get(PARTICIPATION.RECONFIRMED_AT), row.get(PARTICIPATION.OUTCOME), row.get(PARTICIPATION.GUESTS),
				row.get(PARTICIPATION.CHECKED_IN_AT), row.get(PARTICIPATION.VERSION));
	}

}
