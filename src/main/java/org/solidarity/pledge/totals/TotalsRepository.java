package org.solidarity.pledge.totals;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_AMOUNTS;
import static org.solidarity.platform.jooq.Tables.PLEDGE_CASH;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUMS;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUMS_OF_BODIES;
import static org.solidarity.platform.jooq.Tables.SHARED_PLEDGE_SUMS;
import static org.solidarity.pledge.totals.Pieces.PIECE;

import java.math.BigDecimal;
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
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.PledgeGrain;
import org.solidarity.platform.jooq.enums.PledgeScope;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.Quantity;
import org.springframework.stereotype.Repository;

@Repository
class TotalsRepository {

	private static final Field<UUID[]> ALL = inline(null, SQLDataType.UUID.array());

	private static final int FETCHED = 1000;

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
			.where(Pledges.visibleTo(viewer, a.CAMPAIGN_ID, a.BODY_ID, a.PERSON_ID.isNotNull()))
			.fetchMap(a.PLEDGE_ID,
					row -> new PledgePosition(row.getState(), row.getStatus(),
							new PledgeAmounts(row.getUnit(), row.getCurrency(), row.getPledged(), row.getDelivered(),
									row.getOverpaid(), row.getCancelled(), row.getWrittenOff(), row.getOutstanding(),
									row.getOverdue(), row.getProposed(), row.getConditional())));
	}

	Map<UUID, List<PledgeTotal>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, Question question) {
		Map<UUID, List<PledgeTotal>> totals = new HashMap<>();
		pieces(viewer, campaigns, question).forEach(pieces -> totals.putAll(fetch(pieces, question)));
		return totals;
	}

	void each(Viewer viewer, UUID campaign, Question question, Consumer<PledgeTotal> to) {
		for (Pieces pieces : pieces(viewer, List.of(campaign), question)) {
			try (var rows = sums(pieces, question, pieces.groups(question), Conditions.all()).fetchSize(FETCHED)
				.fetchLazy()) {
				rows.forEach(row -> to.accept(total(pieces, question, row)));
			}
		}
	}

	/** The pieces of the sums of each campaign, as far as the viewer may see them. */
	private List<Pieces> pieces(Viewer viewer, Collection<UUID> campaigns, Question question) {
		Set<UUID> shared = shared(viewer, campaigns);
		List<Pieces> all = new ArrayList<>();
		if (!shared.isEmpty()) {
			var function = SHARED_PLEDGE_SUMS(CAMPAIGN.ID, grain(question, true), day(question.moment()),
					val(question.isWhole()));
			all.add(new Pieces(CAMPAIGN.ID, CAMPAIGN.crossJoin(lateral(function.as("piece"))), Pieces.REGION_IN_SHARED,
					visible(viewer, shared)));
		}
		List<UUID> others = campaigns.stream().filter(id -> !shared.contains(id)).toList();
		if (!others.isEmpty()) {
			UUID[] bodies = bodies(viewer);
			var function = PLEDGE_SUMS(CAMPAIGN.ID, bodies == null ? ALL : val(bodies), grain(question, bodies == null),
					day(question.moment()), knownAt(question.moment()));
			all.add(Pieces.of(CAMPAIGN.ID, CAMPAIGN.crossJoin(lateral(function.as("piece"))), question,
					visible(viewer, others).and(notOfMembers(viewer))));
		}
		return all;
	}

	Map<UUID, List<PledgeTotal>> ofBodies(Viewer viewer, Collection<UUID> bodies, UUID campaign, PledgeScope scope,
			Question question) {
		UUID[] seen = bodies(viewer);
		LocalDate day = this.sql.select(day(question.moment()))
			.from(CAMPAIGN)
			.where(CAMPAIGN.ID.eq(campaign))
			.fetchSingle()
			.value1();
		var function = PLEDGE_SUMS_OF_BODIES(val(campaign), val(bodies.toArray(UUID[]::new)), val(scope),
				seen == null ? ALL : val(seen), grain(question, false), val(day), knownAt(question.moment()))
			.as("piece");
		return fetch(Pieces.of(function.ROOT_ID, function, question, notOfMembers(viewer)), question);
	}

	/** The sums of money of each campaign. */
	Map<UUID, List<RatedTotal>> rated(Viewer viewer, Collection<UUID> campaigns, Question question) {
		Map<UUID, List<RatedTotal>> totals = new HashMap<>();
		for (Pieces pieces : pieces(viewer, campaigns, question)) {
			var groups = pieces.groups(question);
			sums(pieces, question, groups, PIECE.CURRENCY.isNotNull())
				.forEach(row -> totals.computeIfAbsent(row.get(pieces.parent()), id -> new ArrayList<>())
					.add(new RatedTotal(row.get(PIECE.CURRENCY),
							question.byBookedRate() ? row.get(PIECE.BOOKED_RATE_ID) : null, Sums.pledges(row),
							Sums.amounts(row))));
		}
		return totals;
	}

	Map<UUID, List<PledgeCash>> cash(Viewer viewer, Collection<UUID> campaigns, PledgeCash.Span span) {
		UUID[] bodies = bodies(viewer);
		var cash = PLEDGE_CASH(CAMPAIGN.ID, bodies == null ? ALL : val(bodies), val(viewer.is(Role.PARTNER)),
				val(span.from()), val(span.until()), knownAt(span.known()));
		return this.sql.select(CAMPAIGN.ID)
			.select(cash.fields())
			.from(CAMPAIGN.crossJoin(lateral(cash)))
			.where(visible(viewer, campaigns))
			.orderBy(cash.MONTH, cash.TYPE, cash.CURRENCY)
			.fetchGroups(CAMPAIGN.ID, row -> new PledgeCash(row.get(cash.MONTH), row.get(cash.TYPE),
					new Quantity(row.get(cash.CAME), Pledge.unit(row.get(cash.TYPE)), row.get(cash.CURRENCY))));
	}

	private Map<UUID, List<PledgeTotal>> fetch(Pieces pieces, Question question) {
		var groups = pieces.groups(question);
		Map<UUID, List<PledgeTotal>> totals = new HashMap<>();
		sums(pieces, question, groups, Conditions.all())
			.forEach(row -> totals.computeIfAbsent(row.get(pieces.parent()), id -> new ArrayList<>())
				.add(total(pieces, question, row)));
		return totals;
	}

	private ResultQuery<Record> sums(Pieces pieces, Question question, List<Field<?>> groups, Condition condition) {
		return this.sql.select(groups)
			.select(Sums.FIELDS)
			.from(pieces.from())
			.where(pieces.matching(question.filter()), condition)
			.groupBy(groups)
			.having(sum(PIECE.PLEDGES).ne(BigDecimal.ZERO))
			.orderBy(groups);
	}

	private static PledgeTotal total(Pieces pieces, Question question, Record row) {
		return new PledgeTotal(
				pieces.value(row, question, PledgeGrouping.TYPE, org.solidarity.platform.jooq.enums.PledgeType.class),
				pieces.value(row, question, PledgeGrouping.BODY, UUID.class),
				pieces.value(row, question, PledgeGrouping.MONTH, LocalDate.class),
				pieces.value(row, question, PledgeGrouping.REGION, String.class),
				pieces.value(row, question, PledgeGrouping.PURPOSE, String.class), Sums.pledges(row),
				Sums.amounts(row));
	}

	private static Condition visible(Viewer viewer, Collection<UUID> campaigns) {
		return Campaigns.visibleTo(viewer, CAMPAIGN.ID).and(CAMPAIGN.ID.eq(any(campaigns.toArray(UUID[]::new))));
	}

	private static Condition notOfMembers(Viewer viewer) {
		return viewer.is(Role.PARTNER) ? PIECE.OF_MEMBER.isFalse() : Conditions.all();
	}

	/** The campaigns of which the viewer was shown the totals of all. */
	Set<UUID> shared(Viewer viewer, Collection<UUID> campaigns) {
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

	private static Field<PledgeGrain> grain(Question question, boolean ofAllBodies) {
		return val(question.grain(ofAllBodies), SQLDataType.VARCHAR.asEnumDataType(PledgeGrain.class));
	}

	private Field<Instant> knownAt(Moment moment) {
		return moment.asKnownAt() != null ? val(moment.knownAt(this.clock)) : inline(null, SQLDataType.INSTANT);
	}

}
