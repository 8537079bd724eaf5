package org.solidarity.endorsement.stage;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;
import static org.solidarity.platform.jooq.Tables.STANDING_EVENTS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.stereotype.Repository;

@Repository
class StageRepository {

	private static final org.solidarity.platform.jooq.tables.StageEvent LATER = STAGE_EVENT.as("later");

	private static final Field<Boolean> SUPERSEDED = field(exists(selectOne().from(LATER)
		.where(LATER.PROCEEDING_ID.eq(STAGE_EVENT.PROCEEDING_ID), LATER.STEP.eq(STAGE_EVENT.STEP),
				LATER.RECORDED_AT.gt(STAGE_EVENT.RECORDED_AT))))
		.as("superseded");

	/** The latest word of its step is that the proceeding was made one with another. */
	private static final Condition COMBINED = STAGE_EVENT.STAGE.eq(Stage.COMBINED)
		.and(STAGE_EVENT.RETRACTS.isFalse())
		.andNotExists(selectOne().from(LATER)
			.where(LATER.PROCEEDING_ID.eq(STAGE_EVENT.PROCEEDING_ID), LATER.STEP.eq(STAGE_EVENT.STEP),
					LATER.RECORDED_AT.gt(STAGE_EVENT.RECORDED_AT)));

	private final DSLContext sql;

	StageRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** Whole histories, in the order of what happened, then of what was said of it. */
	Map<UUID, List<StageEvent>> timelines(Viewer viewer, Collection<UUID> proceedings) {
		return this.sql.select(STAGE_EVENT.fields())
			.select(SUPERSEDED)
			.from(STAGE_EVENT)
			.where(visibleTo(viewer), STAGE_EVENT.PROCEEDING_ID.eq(any(proceedings.toArray(UUID[]::new))))
			.orderBy(STAGE_EVENT.STEP, STAGE_EVENT.RECORDED_AT)
			.fetchGroups(STAGE_EVENT.PROCEEDING_ID, StageRepository::event);
	}

	Map<UUID, StageEvent> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(STAGE_EVENT.fields())
			.select(SUPERSEDED)
			.from(STAGE_EVENT)
			.where(visibleTo(viewer), STAGE_EVENT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(STAGE_EVENT.ID, StageRepository::event);
	}

	/**
	 * Of each proceeding the stage on a day, as it was known at a moment; absent where it
	 * had none.
	 * @param day null for the day that it is in the campaign's time zone
	 */
	Map<UUID, Stage> stagesAt(Viewer viewer, Collection<UUID> proceedings, @Nullable LocalDate day, Instant knownAt,
			Instant now) {
		var stage = Routines.stageAt(PROCEEDING.ID,
				coalesce(val(day, LOCALDATE), Routines.dayOfCampaign(PROCEEDING.CAMPAIGN_ID, val(now))), val(knownAt));
		return this.sql.select(PROCEEDING.ID, stage)
			.from(PROCEEDING)
			.where(Proceedings.visibleTo(viewer), PROCEEDING.ID.eq(any(proceedings.toArray(UUID[]::new))),
					stage.isNotNull())
			.fetchMap(PROCEEDING.ID, stage);
	}

	UUID insert(Viewer viewer, UUID proceeding, Stage stage, StageFacts facts, @Nullable StageEvent corrected,
			@Nullable String correctionReason, boolean retracts) {
		return this.sql.insertInto(STAGE_EVENT)
			.set(STAGE_EVENT.PROCEEDING_ID, proceeding)
			.set(STAGE_EVENT.CORRECTS,
					corrected == null ? null : corrected.corrects() != null ? corrected.corrects() : corrected.id())
			.set(STAGE_EVENT.RETRACTS, retracts)
			.set(STAGE_EVENT.CORRECTION_REASON, correctionReason)
			.set(STAGE_EVENT.STAGE, stage)
			.set(STAGE_EVENT.HAPPENED_ON, facts.earliest())
			.set(STAGE_EVENT.DATE_PRECISION, facts.precision())
			.set(STAGE_EVENT.EFFECTIVE_ON, facts.effectiveOn())
			.set(STAGE_EVENT.REASON, facts.reason())
			.set(STAGE_EVENT.EVIDENCE, facts.evidence())
			.set(STAGE_EVENT.SOURCE_NAME, facts.sourceName())
			.set(STAGE_EVENT.SOURCE_URL, facts.sourceUrl())
			.set(STAGE_EVENT.DECISION_BODY, facts.decisionBody())
			.set(STAGE_EVENT.COMMITTEE, facts.committee())
			.set(STAGE_EVENT.RECOMMENDATION, facts.recommendation())
			.set(STAGE_EVENT.MEETING_ID, facts.meetingId())
			.set(STAGE_EVENT.ADOPTED_TEXT_ID, facts.adoptedTextId())
			.set(STAGE_EVENT.OVERRIDDEN_BY, facts.overriddenBy())
			.set(STAGE_EVENT.COMBINED_INTO, facts.combinedInto())
			.set(STAGE_EVENT.REFERRED_TO, facts.referredTo())
			.set(STAGE_EVENT.RECORDED_BY, viewer.id())
			.returning(STAGE_EVENT.ID)
			.fetchSingle(STAGE_EVENT.ID);
	}

	/**
	 * The day of the last thing that happened to a proceeding, by day: that it was
	 * identified says nothing about when the rest happened.
	 */
	Optional<LocalDate> lastDay(UUID proceeding) {
		var standing = STANDING_EVENTS(val(Moment.EVER));
		return this.sql.select(max(standing.HAPPENED_ON))
			.from(standing)
			.where(standing.PROCEEDING_ID.eq(proceeding), standing.STAGE.gt(Stage.CONTACTED))
			.fetchOptional(max(standing.HAPPENED_ON));
	}

	int count(UUID proceeding) {
		return this.sql.fetchCount(STAGE_EVENT, STAGE_EVENT.PROCEEDING_ID.eq(proceeding));
	}

	/**
	 * What these were made one with, and what was made one with these, in the order of
	 * recording.
	 */
	List<Combination> combinations(Viewer viewer, Collection<UUID> proceedings) {
		var ids = proceedings.toArray(UUID[]::new);
		return this.sql.select(STAGE_EVENT.PROCEEDING_ID, STAGE_EVENT.COMBINED_INTO)
			.from(STAGE_EVENT)
			.where(visibleTo(viewer), COMBINED,
					STAGE_EVENT.PROCEEDING_ID.eq(any(ids)).or(STAGE_EVENT.COMBINED_INTO.eq(any(ids))))
			.orderBy(STAGE_EVENT.RECORDED_AT, STAGE_EVENT.ID)
			.fetch(row -> new Combination(row.value1(), row.value2()));
	}

	/** How many others than that one were made one with this, seen or not. */
	int othersCombinedInto(UUID proceeding, UUID that) {
		return this.sql.fetchCount(STAGE_EVENT,
				COMBINED.and(STAGE_EVENT.COMBINED_INTO.eq(proceeding)).and(STAGE_EVENT.PROCEEDING_ID.ne(that)));
	}

	private static Condition visibleTo(Viewer viewer) {
		return STAGE_EVENT.PROCEEDING_ID
			.in(select(PROCEEDING.ID).from(PROCEEDING).where(Proceedings.visibleTo(viewer)));
	}

	private static StageEvent event(Record row) {
		var facts = new StageFacts(row.get(STAGE_EVENT.HAPPENED_ON), row.get(STAGE_EVENT.DATE_PRECISION),
				row.get(STAGE_EVENT.EFFECTIVE_ON), row.get(STAGE_EVENT.REASON), row.get(STAGE_EVENT.EVIDENCE),
				row.get(STAGE_EVENT.SOURCE_NAME), row.get(STAGE_EVENT.SOURCE_URL), row.get(STAGE_EVENT.DECISION_BODY),
				row.get(STAGE_EVENT.COMMITTEE), row.get(STAGE_EVENT.RECOMMENDATION), row.get(STAGE_EVENT.MEETING_ID),
				row.get(STAGE_EVENT.ADOPTED_TEXT_ID), row.get(STAGE_EVENT.OVERRIDDEN_BY),
				row.get(STAGE_EVENT.COMBINED_INTO), row.get(STAGE_EVENT.REFERRED_TO));
		return new StageEvent(row.get(STAGE_EVENT.ID), row.get(STAGE_EVENT.PROCEEDING_ID), row.get(STAGE_EVENT.STEP),
				row.get(STAGE_EVENT.CORRECTS), row.get(STAGE_EVENT.RETRACTS), row.get(STAGE_EVENT.CORRECTION_REASON),
				row.get(STAGE_EVENT.STAGE), row.get(STAGE_EVENT.EFFECTIVE_ON), facts, row.get(STAGE_EVENT.RECORDED_AT),
				row.get(SUPERSEDED));
	}

}
