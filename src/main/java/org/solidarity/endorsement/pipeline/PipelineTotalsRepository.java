package org.solidarity.endorsement.pipeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.STANDING;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Counts pipelines: as a whole, by stage and by owner, in one statement. */
@Repository
class PipelineTotalsRepository {

	private static final Field<UUID> OWNER = CAMPAIGN_TARGET.OWNER_ID;

	private static final Field<Integer> NOT_BY_STAGE = grouping(STANDING.STAGE).as("not_by_stage");

	private static final Field<Integer> NOT_BY_OWNER = grouping(OWNER).as("not_by_owner");

	private static final Field<Integer> TARGETS = count().as("targets");

	private static final Field<Integer> WITHOUT_PROCEEDING = of(STANDING.PROCEEDING_ID.isNull(), "without_proceeding");

	private static final Field<Integer> WITHOUT_OWNER = of(OWNER.isNull(), "without_owner");

	private final DSLContext sql;

	PipelineTotalsRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, PipelineTotals> of(PipelineConditions conditions, PipelineTotals.Arguments arguments) {
		var endorsing = of(conditions.endorsing(), "endorsing");
		var covered = of(conditions.covered(), "covered");
		var overdue = of(conditions.overdue(), "overdue");
		var coming = of(conditions.comingWithin(arguments.comingWithin()).andNot(conditions.submitted()), "coming");
		var gaps = of(conditions.gap(), "gaps");
		var stalled = of(conditions.stalledFor(arguments.stalledFor()), "stalled");
		Map<UUID, PipelineTotals> totals = new HashMap<>();
		this.sql
			.select(CAMPAIGN_TARGET.CAMPAIGN_ID, STANDING.STAGE, OWNER, NOT_BY_STAGE, NOT_BY_OWNER, TARGETS,
					WITHOUT_PROCEEDING, WITHOUT_OWNER, endorsing, covered, overdue, coming, gaps, stalled)
			.from(PipelineRepository.from(conditions.day()))
			.where(conditions.visible(), CAMPAIGN_TARGET.CAMPAIGN_ID.eq(any(conditions.campaigns())))
			.groupBy(groupingSets(new Field<?>[] { CAMPAIGN_TARGET.CAMPAIGN_ID },
					new Field<?>[] { CAMPAIGN_TARGET.CAMPAIGN_ID, STANDING.STAGE },
					new Field<?>[] { CAMPAIGN_TARGET.CAMPAIGN_ID, OWNER }))
			.fetchGroups(CAMPAIGN_TARGET.CAMPAIGN_ID)
			.forEach((campaign, rows) -> totals.put(campaign,
					totals(rows, row -> new PipelineTotals.Counts(row.get(TARGETS), row.get(endorsing),
							row.get(covered), row.get(overdue), row.get(coming), row.get(gaps), row.get(stalled)))));
		return totals;
	}

	private static PipelineTotals totals(List<? extends Record> rows, Function<Record, PipelineTotals.Counts> counts) {
		Record all = rows.stream()
			.filter(row -> row.get(NOT_BY_STAGE) == 1 && row.get(NOT_BY_OWNER) == 1)
			.findFirst()
			.orElseThrow();
		var byStage = rows.stream()
			.filter(row -> row.get(NOT_BY_STAGE) == 0)
			.map(row -> new PipelineTotals.OfStage(row.get(STANDING.STAGE), row.get(TARGETS)))
			.sorted(Comparator.comparing(PipelineTotals.OfStage::stage,
					Comparator.nullsFirst(Comparator.naturalOrder())))
			.toList();
		var byOwner = rows.stream()
			.filter(row -> row.get(NOT_BY_OWNER) == 0)
			.map(row -> new PipelineTotals.OfOwner(row.get(OWNER), counts.apply(row)))
			.sorted(Comparator.comparing((PipelineTotals.OfOwner of) -> of.counts().targets()).reversed())
			.toList();
		return new PipelineTotals(counts.apply(all), all.get(WITHOUT_PROCEEDING), all.get(WITHOUT_OWNER), byStage,
				byOwner);
	}

	private static Field<Integer> of(Condition condition, String name) {
		return count().filterWhere(condition).as(name);
	}

}
