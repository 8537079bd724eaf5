package org.solidarity.endorsement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_MEETING;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ProceedingRepository {

	private static final Field<LocalDate> MEETING_ON = field(
			select(BODY_MEETING.DATE).from(BODY_MEETING).where(BODY_MEETING.ID.eq(PROCEEDING.MEETING_ID)))
		.as("meeting_on");

	private static final List<Field<?>> FIELDS = List.of(PROCEEDING.ID, PROCEEDING.CAMPAIGN_ID, PROCEEDING.BODY_ID,
			PROCEEDING.RESOLUTION_ID, PROCEEDING.IDENTIFIER, PROCEEDING.SPONSORS, PROCEEDING.VISIBILITY,
			PROCEEDING.STAGE, PROCEEDING.STAGE_SINCE, PROCEEDING.EVIDENCE, PROCEEDING.DECISION_BODY,
			PROCEEDING.COMMITTEE, PROCEEDING.RECOMMENDATION, PROCEEDING.MEETING_ID, MEETING_ON,
			PROCEEDING.ADOPTED_TEXT_ID, PROCEEDING.VERSION);

	private final DSLContext sql;

	private final Pages pages;

	ProceedingRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Proceeding> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PROCEEDING)
			.where(ProceedingConditions.visibleTo(viewer), PROCEEDING.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PROCEEDING.ID, ProceedingRepository::proceeding);
	}

	/** The proceeding, which nobody else moves until the transaction ends. */
	Optional<Proceeding> lock(Viewer viewer, UUID id) {
		return this.sql.select(FIELDS)
			.from(PROCEEDING)
			.where(ProceedingConditions.visibleTo(viewer), PROCEEDING.ID.eq(id))
			.forUpdate()
			.fetchOptional(ProceedingRepository::proceeding);
	}

	Map<UUID, Connection<Proceeding>> list(Viewer viewer, Field<UUID> parent, List<UUID> parents, PageRequest page,
			ProceedingArguments arguments) {
		var where = ProceedingConditions.visibleTo(viewer)
			.and(Conditions.of(arguments.filter(), ProceedingConditions::matching));
		return this.pages.fetch(
				new PageQuery<>(FIELDS, PROCEEDING.join(BODY).on(BODY.ID.eq(PROCEEDING.BODY_ID)), where,
						ProceedingConditions.ordering(arguments.order()), ProceedingRepository::proceeding),
				parent, parents, page);
	}

	/** Whether the campaign asks the body. */
	boolean isTarget(UUID campaign, UUID body) {
		return this.sql.fetchExists(selectOne().from(CAMPAIGN_TARGET)
			.where(CAMPAIGN_TARGET.CAMPAIGN_ID.eq(campaign), CAMPAIGN_TARGET.BODY_ID.eq(body),
					CAMPAIGN_TARGET.REMOVED_AT.isNull()));
	}

	UUID insert(Viewer viewer, UUID campaign, Body body, @Nullable UUID resolution, OpenProceeding.Input input) {
		return this.sql.insertInto(PROCEEDING)
			.set(PROCEEDING.CAMPAIGN_ID, campaign)
			.set(PROCEEDING.BODY_ID, body.id())
			.set(PROCEEDING.RESOLUTION_ID, resolution)
			.set(PROCEEDING.IDENTIFIER, input.identifier())
			.set(PROCEEDING.SPONSORS, input.sponsors())
			.set(PROCEEDING.VISIBILITY, input.visibility() != null ? input.visibility() : Visibility.INTERNAL)
			.set(PROCEEDING.CREATED_BY, viewer.id())
			.returning(PROCEEDING.ID)
			.fetchSingle(PROCEEDING.ID);
	}

	/** What every target is from the day that its proceeding is opened. */
	void identify(Viewer viewer, UUID proceeding, LocalDate today) {
		this.sql.insertInto(STAGE_EVENT)
			.set(STAGE_EVENT.PROCEEDING_ID, proceeding)
			.set(STAGE_EVENT.STAGE, Stage.IDENTIFIED)
			.set(STAGE_EVENT.HAPPENED_ON, today)
			.set(STAGE_EVENT.DATE_PRECISION, DatePrecision.DAY)
			.set(STAGE_EVENT.EVIDENCE, Evidence.CONFIRMED)
			.set(STAGE_EVENT.RECORDED_BY, viewer.id())
			.execute();
	}

	void update(Proceeding changed) {
		this.sql.update(PROCEEDING)
			.set(PROCEEDING.VERSION, PROCEEDING.VERSION.plus(1))
			.set(PROCEEDING.RESOLUTION_ID, changed.resolutionId())
			.set(PROCEEDING.IDENTIFIER, changed.identifier())
			.set(PROCEEDING.SPONSORS, changed.sponsors())
			.set(PROCEEDING.VISIBILITY, changed.visibility())
			.where(PROCEEDING.ID.eq(changed.id()))
			.execute();
	}

	private static Proceeding proceeding(Record row) {
		return new Proceeding(row.get(PROCEEDING.ID), row.get(PROCEEDING.CAMPAIGN_ID), row.get(PROCEEDING.BODY_ID),
				row.get(PROCEEDING.RESOLUTION_ID), row.get(PROCEEDING.IDENTIFIER), row.get(PROCEEDING.SPONSORS),
				row.get(PROCEEDING.VISIBILITY), row.get(PROCEEDING.STAGE), row.get(PROCEEDING.STAGE_SINCE),
				row.get(PROCEEDING.EVIDENCE), row.get(PROCEEDING.DECISION_BODY), row.get(PROCEEDING.COMMITTEE),
				row.get(PROCEEDING.RECOMMENDATION), row.get(PROCEEDING.MEETING_ID), row.get(MEETING_ON),
				row.get(PROCEEDING.ADOPTED_TEXT_ID), row.get(PROCEEDING.VERSION));
	}

}
