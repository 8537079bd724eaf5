package org.solidarity.endorsement.report;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODIES_COUNTED_AT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.ENDORSERS_AT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.report.EndorsementReport.Cell;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

	private final DSLContext sql;

	ReportRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** Those of the campaigns whose endorsements the viewer may see at all. */
	Collection<UUID> reported(Viewer viewer, Collection<UUID> campaigns) {
		return switch (viewer.role()) {
			case ADMINISTRATOR -> List.of();
			case PARTNER -> this.sql.select(CAMPAIGN.ID)
				.from(CAMPAIGN)
				.where(Conditions.among(CAMPAIGN.ID, Routines.endorsementsOfGroup(viewer.group())),
						CAMPAIGN.ID.eq(any(campaigns.toArray(UUID[]::new))))
				.fetch(CAMPAIGN.ID);
			case STAFF, COORDINATOR, AUDITOR, SYSTEM -> campaigns;
		};
	}

	/** The endorsing bodies of each campaign, counted and added up. */
	Map<UUID, List<Cell>> cells(Viewer viewer, List<Shown.Key> asked, Instant knownAt) {
		var endorsements = Shown.endorsements(viewer, asked, knownAt);
		var endorsers = Shown.endorsers(endorsements, knownAt);
		var campaign = Shown.field(endorsers, "campaign", UUID.class);
		var kind = Shown.field(endorsers, ENDORSERS_AT.KIND);
		var country = Shown.field(endorsers, ENDORSERS_AT.COUNTRY);
		var region = Shown.field(endorsers, ENDORSERS_AT.REGION);
		var how = Shown.field(endorsers, ENDORSERS_AT.REPRESENTATION);
		var members = sum(Shown.field(endorsers, ENDORSERS_AT.MEMBERS));
		var oldest = min(Shown.field(endorsers, ENDORSERS_AT.OBSERVED_ON));
		return this.sql.with(endorsements)
			.select(campaign, kind, country, region, how, count(), members, oldest)
			.from(endorsers)
			.groupBy(campaign, kind, country, region, how)
			.fetchGroups(campaign, row -> new Cell(row.get(kind), row.get(country), row.get(region), row.get(how),
					row.get(count()), number(row.get(members)), row.get(oldest)));
	}

	/**
	 * How many of the bodies endorse that were asked at that moment. A full join, whose
	 * rest is dropped here, since only that is never made by comparing each with each.
	 */
	Map<UUID, TargetShare> targets(Viewer viewer, List<Shown.Key> asked, Instant knownAt) {
		var keys = Shown.asked(asked);
		var day = Shown.field(keys, "day", LocalDate.class);
		var listed = select(CAMPAIGN_TARGET.CAMPAIGN_ID, day, arrayAgg(CAMPAIGN_TARGET.BODY_ID).as("bodies"))
			.from(CAMPAIGN_TARGET)
			.join(keys)
			.on(Shown.field(keys, "campaign", UUID.class).eq(CAMPAIGN_TARGET.CAMPAIGN_ID))
			.where(Campaigns.workedOnBy(viewer, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID),
					CAMPAIGN_TARGET.CREATED_AT.le(knownAt),
					CAMPAIGN_TARGET.REMOVED_AT.isNull().or(CAMPAIGN_TARGET.REMOVED_AT.gt(knownAt)))
			.groupBy(CAMPAIGN_TARGET.CAMPAIGN_ID, day)
			.asTable("listed");
		var campaign = Shown.field(listed, CAMPAIGN_TARGET.CAMPAIGN_ID);
		var target = BODIES_COUNTED_AT(Shown.field(listed, "bodies", UUID[].class),
				Shown.field(listed, "day", LocalDate.class), val(knownAt));
		var endorses = Shown.BODY_ID.isNotNull();
		var counts = target.FEDERATION.isFalse();
		var endorsing = count().filterWhere(endorses);
		var weighed = count(target.MEMBERS).filterWhere(counts);
		var without = count().filterWhere(counts.and(target.MEMBERS.isNull()));
		var leftOut = count().filterWhere(target.FEDERATION.isTrue());
		var strong = sum(target.MEMBERS).filterWhere(counts.and(endorses));
		var members = sum(target.MEMBERS).filterWhere(counts);
		var endorsements = Shown.endorsements(viewer, asked, knownAt);
		var shares = this.sql.with(endorsements)
			.select(campaign, count(), endorsing, weighed, without, leftOut, strong, members)
			.from(listed)
			.crossJoin(lateral(target))
			.fullJoin(endorsements)
			.on(Shown.CAMPAIGN.eq(campaign), Shown.BODY_ID.eq(target.BODY_ID))
			.groupBy(campaign)
			.fetchMap(campaign, row -> new TargetShare(row.get(count()), row.get(endorsing),
					new TargetShare.Strength(row.get(weighed), row.get(without), row.get(leftOut),
							row.get(weighed) > 0 && row.get(strong) == null ? Long.valueOf(0) : number(row.get(strong)),
							number(row.get(members)))));
		shares.remove(null);
		return shares;
	}

	private static @Nullable Long number(@Nullable BigDecimal sum) {
		return sum == null ? null : sum.longValueExact();
	}

}
