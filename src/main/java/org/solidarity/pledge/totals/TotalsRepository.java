package org.solidarity.pledge.totals;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;
import static org.solidarity.platform.jooq.Tables.CHARTERED_SUBTREE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_AMOUNTS;
import static org.solidarity.platform.jooq.Tables.PLEDGE_TOTALS;
import static org.solidarity.platform.jooq.Tables.SHARED_PLEDGE_TOTALS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.PledgeGrouping;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.tables.PledgeTotals;
import org.solidarity.pledge.Pledges;
import org.springframework.stereotype.Repository;

@Repository
class TotalsRepository {

	private static final Field<UUID[]> ALL = inline(null, SQLDataType.UUID.array());

	private final DSLContext sql;

	private final Clock clock;

	TotalsRepository(DSLContext sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	Map<UUID, PledgePosition> positions(Viewer viewer, Collection<UUID> pledges, Moment moment) {
		var a = PLEDGE_AMOUNTS(inline(null, SQLDataType.UUID), ALL, val(pledges.toArray(UUID[]::new)),
				val(moment.asOf(), SQLDataType.LOCALDATE), knownAt(moment), val(this.clock.instant()));
		return this.sql.selectFrom(a)
			.where(Pledges.visibleTo(viewer, a.CAMPAIGN_ID, a.BODY_ID))
			.fetchMap(a.PLEDGE_ID,
					row -> new PledgePosition(row.getState(), row.getStatus(),
							new PledgeAmounts(row.getUnit(), row.getCurrency(), row.getPledged(), row.getDelivered(),
									row.getOverpaid(), row.getCancelled(), row.getWrittenOff(), row.getOutstanding(),
									row.getOverdue(), row.getProposed(), row.getConditional())));
	}

	Map<UUID, List<PledgeTotal>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, Moment moment,
			Set<PledgeGrouping> groupBy) {
		Set<UUID> shared = shared(viewer, campaigns);
		Map<UUID, List<PledgeTotal>> totals = new HashMap<>();
		if (!shared.isEmpty()) {
			totals.putAll(fetch(CAMPAIGN.ID, CAMPAIGN,
					SHARED_PLEDGE_TOTALS(CAMPAIGN.ID, day(moment), knownAt(moment), by(groupBy)),
					Campaigns.visibleTo(viewer, CAMPAIGN.ID).and(CAMPAIGN.ID.eq(any(shared.toArray(UUID[]::new))))));
		}
		List<UUID> others = campaigns.stream().filter(id -> !shared.contains(id)).toList();
		if (!others.isEmpty()) {
			UUID[] bodies = bodies(viewer);
			totals.putAll(fetch(CAMPAIGN.ID, CAMPAIGN,
					PLEDGE_TOTALS(CAMPAIGN.ID, bodies == null ? ALL : val(bodies), inline(null, SQLDataType.BOOLEAN),
							day(moment), knownAt(moment), by(groupBy)),
					Campaigns.visibleTo(viewer, CAMPAIGN.ID).and(CAMPAIGN.ID.eq(any(others.toArray(UUID[]::new))))));
		}
		return totals;
	}

	Map<UUID, List<PledgeTotal>> ofBodies(Viewer viewer, Collection<UUID> bodies, UUID campaign, PledgeScope scope,
			Moment moment, Set<PledgeGrouping> groupBy) {
		UUID[] seen = bodies(viewer);
		LocalDate day = this.sql.select(day(moment))
			.from(CAMPAIGN)
			.where(CAMPAIGN.ID.eq(campaign))
			.fetchSingle()
			.value1();
		var below = CHARTERED_SUBTREE(BODY.ID, val(day));
		Condition seenBelow = seen == null ? noCondition() : below.ID.eq(any(seen));
		Condition seenItself = seen == null ? trueCondition() : BODY.ID.eq(any(seen));
		var within = lateral(
				scope == PledgeScope.SUBTREE ? select(coalesce(arrayAgg(below.ID), none())).from(below).where(seenBelow)
						: select(when(seenItself, array(BODY.ID)).otherwise(none())))
			.as("within", "ids");
		return fetch(
				BODY.ID, BODY.crossJoin(within), PLEDGE_TOTALS(val(campaign), within.field("ids", UUID[].class),
						inline(null, SQLDataType.BOOLEAN), val(day), knownAt(moment), by(groupBy)),
				BODY.ID.eq(any(bodies.toArray(UUID[]::new))));
	}

	private Map<UUID, List<PledgeTotal>> fetch(Field<UUID> parent, Table<?> parents, Table<?> function,
			Condition where) {
		PledgeTotals t = PLEDGE_TOTALS.as("total");
		Map<UUID, List<PledgeTotal>> totals = new HashMap<>();
		this.sql.select(t.fields())
			.select(parent.as("parent_id"))
			.from(parents)
			.crossJoin(lateral(function.as("total")))
			.where(where)
			.orderBy(t.UNIT, t.CURRENCY, t.TYPE, t.MONTH, t.REGION, t.BODY_ID)
			.forEach(row -> totals.computeIfAbsent(row.get("parent_id", UUID.class), id -> new ArrayList<>())
				.add(new PledgeTotal(row.get(t.TYPE), row.get(t.BODY_ID), row.get(t.MONTH), row.get(t.REGION),
						row.get(t.PLEDGES),
						new PledgeAmounts(row.get(t.UNIT), row.get(t.CURRENCY), row.get(t.PLEDGED),
								row.get(t.DELIVERED), row.get(t.OVERPAID), row.get(t.CANCELLED), row.get(t.WRITTEN_OFF),
								row.get(t.OUTSTANDING), row.get(t.OVERDUE), row.get(t.PROPOSED),
								row.get(t.CONDITIONAL)))));
		return totals;
	}

	/** The campaigns of which the viewer was shown the totals of all. */
	private Set<UUID> shared(Viewer viewer, Collection<UUID> campaigns) {
		return viewer.is(Role.PARTNER) ? this.sql.select(CAMPAIGN_SHARE.CAMPAIGN_ID)
			.from(CAMPAIGN_SHARE)
			.where(CAMPAIGN_SHARE.GROUP_ID.eq(viewer.group()), CAMPAIGN_SHARE.PLEDGE_TOTALS.isTrue(),
					CAMPAIGN_SHARE.REVOKED_AT.isNull(),
					CAMPAIGN_SHARE.CAMPAIGN_ID.eq(any(campaigns.toArray(UUID[]::new))))
			.fetchSet(CAMPAIGN_SHARE.CAMPAIGN_ID) : Set.of();
	}

	/** The bodies whose pledges the viewer may see; null: all. */
	private UUID @Nullable [] bodies(Viewer viewer) {
		return switch (viewer.role()) {
			case COORDINATOR -> this.sql.select(Routines.bodiesOfAccount(viewer.id())).fetchSingle().value1();
			case PARTNER -> this.sql.select(Routines.bodiesOfGroup(viewer.group())).fetchSingle().value1();
			case ADMINISTRATOR -> new UUID[0];
			case STAFF, AUDITOR, SYSTEM -> null;
		};
	}

	private Field<LocalDate> day(Moment moment) {
		return moment.asOf() != null ? val(moment.asOf())
				: Routines.dayAt(val(this.clock.instant()), CAMPAIGN.TIME_ZONE);
	}

	private static Field<Instant> knownAt(Moment moment) {
		return moment.asKnownAt() != null ? val(moment.asKnownAt()) : inline(null, SQLDataType.INSTANT);
	}

	private static Field<PledgeGrouping[]> by(Set<PledgeGrouping> groupBy) {
		return val(groupBy.toArray(PledgeGrouping[]::new));
	}

	private static Field<UUID[]> none() {
		return val(new UUID[0]);
	}

}
