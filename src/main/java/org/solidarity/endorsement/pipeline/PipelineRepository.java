package org.solidarity.endorsement.pipeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_ANCESTORS;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STANDING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.solidarity.campaign.target.Target;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class PipelineRepository {

	private final DSLContext sql;

	private final Pages pages;

	PipelineRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Connection<PipelineEntry>> list(PipelineConditions conditions, List<UUID> campaigns, PageRequest page,
			PipelineArguments arguments) {
		LocalDate day = arguments.day();
		var submitted = field(conditions.submitted()).as("submitted");
		var overdue = field(conditions.overdue()).as("overdue");
		var coming = Coming.of(CAMPAIGN_TARGET.BODY_ID, day).as("coming_on");
		List<Field<?>> fields = List.of(CAMPAIGN_TARGET.ID, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID,
				STANDING.PROCEEDING_ID, submitted, overdue, coming);
		var where = conditions.visible();
		if (arguments.filter() != null) {
			where = where.and(conditions.matching(arguments.filter()));
		}
		return this.pages.fetch(
				new PageQuery<>(fields, from(day), where, ordering(arguments.order()),
						row -> new PipelineEntry(row.get(CAMPAIGN_TARGET.ID), row.get(CAMPAIGN_TARGET.CAMPAIGN_ID),
								row.get(CAMPAIGN_TARGET.BODY_ID), day, row.get(STANDING.PROCEEDING_ID),
								row.get(submitted), row.get(overdue), row.get(coming))),
				CAMPAIGN_TARGET.CAMPAIGN_ID, campaigns, page);
	}

	/** Those of the targets of which the condition holds. */
	Set<UUID> among(PipelineConditions conditions, List<PipelineEntry> entries, Condition condition) {
		var targets = entries.stream().map(PipelineEntry::targetId).toArray(UUID[]::new);
		return this.sql.select(CAMPAIGN_TARGET.ID)
			.from(CAMPAIGN_TARGET)
			.join(BODY)
			.on(BODY.ID.eq(CAMPAIGN_TARGET.BODY_ID))
			.where(conditions.visible(), CAMPAIGN_TARGET.ID.eq(any(targets)), condition)
			.fetchSet(CAMPAIGN_TARGET.ID);
	}

	/** Of each target the nearest body above it that endorses in its campaign. */
	Map<UUID, UUID> endorsingAncestors(PipelineConditions conditions, List<PipelineEntry> entries) {
		var bodies = entries.stream().map(PipelineEntry::bodyId).distinct().toArray(UUID[]::new);
		var targets = entries.stream().map(PipelineEntry::targetId).toArray(UUID[]::new);
		var above = BODY_ANCESTORS.call(bodies, conditions.day());
		return this.sql.select(CAMPAIGN_TARGET.ID, above.ANCESTOR_ID)
			.distinctOn(CAMPAIGN_TARGET.ID)
			.from(CAMPAIGN_TARGET)
			.join(above)
			.on(above.BODY_ID.eq(CAMPAIGN_TARGET.BODY_ID))
			.join(PROCEEDING)
			.on(PROCEEDING.BODY_ID.eq(above.ANCESTOR_ID), PROCEEDING.CAMPAIGN_ID.eq(CAMPAIGN_TARGET.CAMPAIGN_ID))
			.where(conditions.visible(), CAMPAIGN_TARGET.ID.eq(any(targets)), conditions.endorsement())
			.orderBy(CAMPAIGN_TARGET.ID, above.DEPTH, above.ANCESTOR_ID)
			.fetchMap(CAMPAIGN_TARGET.ID, above.ANCESTOR_ID);
	}

	/** Each target once, with where its body stands and what it has to come. */
	static Table<?> from(LocalDate day) {
		return CAMPAIGN_TARGET.join(BODY)
			.on(BODY.ID.eq(CAMPAIGN_TARGET.BODY_ID))
			.leftJoin(STANDING)
			.on(STANDING.CAMPAIGN_ID.eq(CAMPAIGN_TARGET.CAMPAIGN_ID), STANDING.BODY_ID.eq(CAMPAIGN_TARGET.BODY_ID))
			.leftJoin(Coming.from(day))
			.on(Coming.BODY_ID.eq(CAMPAIGN_TARGET.BODY_ID));
	}

	private static Ordering ordering(PipelineOrder given) {
		PipelineOrder order = given != null ? given : PipelineOrder.DEFAULT;
		return switch (order.field()) {
			case PRIORITY -> by("priority", order, CAMPAIGN_TARGET.PRIORITY);
			case BODY_NAME -> Ordering.by("pipeline.name", order.direction(), CAMPAIGN_TARGET.ID, BODY.SORT_NAME);
			case STAGE -> by("stage", order, Routines.stageRank(STANDING.STAGE));
			case STAGE_SINCE -> by("since", order, orNever(STANDING.STAGE_SINCE));
			case FOLLOW_UP_ON -> by("followUp", order, orNever(CAMPAIGN_TARGET.FOLLOW_UP_ON));
			case COMING_ON -> by("coming", order, orNever(Coming.ON));
		};
	}

	private static Ordering by(String name, PipelineOrder order, Field<?> value) {
		return Ordering.by("pipeline." + name, order.direction(), CAMPAIGN_TARGET.ID, value, BODY.SORT_NAME);
	}

	private static Field<LocalDate> orNever(Field<LocalDate> day) {
		return coalesce(day, val(Target.NEVER));
	}

}
