package org.solidarity.pledge;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_AMOUNTS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.member.Member;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.PledgeStatus;
import org.solidarity.platform.jooq.tables.PledgeAmounts;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class PledgeRepository {

	private static final List<Field<?>> FIELDS = List.of(PLEDGE.ID, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID,
			PLEDGE.PERSON_ID, PLEDGE.TYPE, PLEDGE.UNIT, PLEDGE.CURRENCY, PLEDGE.AMOUNT, PLEDGE.ACTION_ID,
			PLEDGE.PLEDGED_ON, PLEDGE.CONFIRMED_ON, PLEDGE.CONDITION, PLEDGE.CONDITION_MET_ON, PLEDGE.DUE_DATES,
			PLEDGE.PURPOSE, PLEDGE.PROCEEDING_ID, PLEDGE.COUNTS_TOWARD_ID, PLEDGE.ANONYMOUS, PLEDGE.RECORDED_AT,
			PLEDGE.VERSION);

	/** What stands for the last due day where no day was set. */
	private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

	private final DSLContext sql;

	private final Pages pages;

	private final Clock clock;

	PledgeRepository(DSLContext sql, Pages pages, Clock clock) {
		this.sql = sql;
		this.pages = pages;
		this.clock = clock;
	}

	Map<UUID, Pledge> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PLEDGE)
			.where(visibleTo(viewer), PLEDGE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PLEDGE.ID, PledgeRepository::pledge);
	}

	/** A page of each parent, which is a campaign or a body as the field says. */
	Map<UUID, Connection<Pledge>> list(Viewer viewer, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			@Nullable PledgeFilter filter, @Nullable PledgeOrder order) {
		var where = visibleTo(viewer).and(Conditions.of(filter, this::matching));
		return this.pages.fetch(new PageQuery<>(FIELDS, PLEDGE, where,
				ordering(order != null ? order : PledgeOrder.DEFAULT), PledgeRepository::pledge), parent, parents,
				page);
	}

	UUID insert(Viewer viewer, UUID campaign, UUID body, LocalDate pledgedOn, RecordPledge.Input input) {
		return this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, campaign)
			.set(PLEDGE.BODY_ID, body)
			.set(PLEDGE.PERSON_ID, id(input.memberId(), Member.PREFIX))
			.set(PLEDGE.TYPE, input.type())
			.set(PLEDGE.CURRENCY, input.currency())
			.set(PLEDGE.ACTION_ID, id(input.actionId(), Action.PREFIX))
			.set(PLEDGE.AMOUNT, input.amount())
			.set(PLEDGE.PLEDGED_ON, pledgedOn)
			.set(PLEDGE.CONFIRMED_ON, input.confirmedOn())
			.set(PLEDGE.CONDITION, input.condition())
			.set(PLEDGE.DUE_DATES, input.due().toArray(LocalDate[]::new))
			.set(PLEDGE.PURPOSE, input.purpose())
			.set(PLEDGE.PROCEEDING_ID, id(input.authorizingProceedingId(), Proceeding.PREFIX))
			.set(PLEDGE.COUNTS_TOWARD_ID, id(input.countsTowardId(), Pledge.PREFIX))
			.set(PLEDGE.ANONYMOUS, Boolean.TRUE.equals(input.anonymous()))
			.set(PLEDGE.RECORDED_BY, viewer.id())
			.returning(PLEDGE.ID)
			.fetchSingle(PLEDGE.ID);
	}

	/**
	 * How many rows were at the version that the correction was made from: one or none.
	 */
	int update(Viewer viewer, Pledge corrected, int expectedVersion) {
		return this.sql.update(PLEDGE)
			.set(PLEDGE.PURPOSE, corrected.purpose())
			.set(PLEDGE.DUE_DATES, corrected.dueDates().toArray(LocalDate[]::new))
			.set(PLEDGE.PROCEEDING_ID, corrected.authorizingProceedingId())
			.set(PLEDGE.ANONYMOUS, corrected.anonymous())
			.set(PLEDGE.VERSION, PLEDGE.VERSION.plus(1))
			.where(visibleTo(viewer), PLEDGE.ID.eq(corrected.id()), PLEDGE.VERSION.eq(expectedVersion))
			.execute();
	}

	/** Whether the viewer may record what this body pledges. */
	boolean maySpeakFor(Viewer viewer, UUID body) {
		return this.sql.fetchExists(selectOne().where(ofBodyOf(viewer, val(body))));
	}

	static Condition visibleTo(Viewer viewer) {
		return visibleTo(viewer, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.PERSON_ID.isNotNull());
	}

	/** Within a campaign, whose pledges the viewer may see, one by one. */
	static Condition visibleTo(Viewer viewer, Field<UUID> campaign, Field<UUID> body, Condition ofMember) {
		return Campaigns.visibleTo(viewer, campaign)
			.and(ofBodyOf(viewer, body))
			.and(viewer.is(Role.PARTNER) ? ofMember.not() : Conditions.all());
	}

	private static @Nullable UUID id(@Nullable NodeId id, String prefix) {
		return id == null ? null : id.of(prefix);
	}

	private static Condition ofBodyOf(Viewer viewer, Field<UUID> body) {
		return switch (viewer.role()) {
			case COORDINATOR -> Conditions.among(body, Routines.bodiesOfAccount(viewer.id()));
			case PARTNER -> Conditions.among(body, Routines.bodiesOfGroup(viewer.group()));
			case ADMINISTRATOR -> falseCondition();
			case STAFF, AUDITOR, SYSTEM -> Conditions.all();
		};
	}

	private Condition matching(PledgeFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), this::matching,
				Conditions.all(Conditions.of(filter.type(), type -> type.on(PLEDGE.TYPE)),
						Conditions.of(filter.unit(), PLEDGE.UNIT::eq),
						Conditions.of(filter.currency(), currency -> currency.on(PLEDGE.CURRENCY)),
						Conditions.of(filter.confirmed(),
								yes -> yes ? PLEDGE.CONFIRMED_ON.isNotNull() : PLEDGE.CONFIRMED_ON.isNull()),
						Conditions.of(filter.status(),
								status -> Conditions.all(Conditions.of(status.eq(), this::today),
										Conditions.of(status.in(), in -> today(in.toArray(PledgeStatus[]::new))))),
						Conditions.of(filter.overdue(),
								yes -> yes ? today(PledgeStatus.OVERDUE) : today(PledgeStatus.OVERDUE).not()),
						Conditions.of(filter.due(), due -> due.on(nullif(PLEDGE.LAST_DUE, NO_DAY))),
						Conditions.of(filter.amount(), amount -> amount.on(PLEDGE.AMOUNT)),
						Conditions.of(filter.bodyKind(), kind -> ofBody(kind.on(BODY.KIND))),
						Conditions.of(filter.bodyRegion(), region -> ofBody(region.on(BODY.REGION)))));
	}

	private Condition today(PledgeStatus... statuses) {
		PledgeAmounts amounts = PLEDGE_AMOUNTS(inline(null, SQLDataType.UUID), inline(null, SQLDataType.UUID.array()),
				array(PLEDGE.ID), inline(null, SQLDataType.LOCALDATE), inline(null, SQLDataType.INSTANT),
				val(this.clock.instant()));
		return exists(selectOne().from(amounts).where(amounts.STATUS.in(statuses)));
	}

	private static Condition ofBody(Condition condition) {
		return exists(selectOne().from(BODY).where(BODY.ID.eq(PLEDGE.BODY_ID), condition));
	}

	private static Ordering ordering(PledgeOrder order) {
		return switch (order.field()) {
			case DUE -> Ordering.by("pledge.due", order.direction(), PLEDGE.ID, PLEDGE.LAST_DUE);
			case AMOUNT -> Ordering.by("pledge.amount", order.direction(), PLEDGE.ID, PLEDGE.AMOUNT);
			case RECORDED_AT -> Ordering.by("pledge.recorded", order.direction(), PLEDGE.ID, PLEDGE.RECORDED_AT);
		};
	}

	private static Pledge pledge(Record row) {
		return new Pledge(row.get(PLEDGE.ID), row.get(PLEDGE.CAMPAIGN_ID), row.get(PLEDGE.BODY_ID),
				row.get(PLEDGE.PERSON_ID), row.get(PLEDGE.TYPE), row.get(PLEDGE.UNIT), row.get(PLEDGE.CURRENCY),
				row.get(PLEDGE.AMOUNT), row.get(PLEDGE.ACTION_ID), row.get(PLEDGE.PLEDGED_ON),
				row.get(PLEDGE.CONFIRMED_ON), row.get(PLEDGE.CONDITION), row.get(PLEDGE.CONDITION_MET_ON),
				List.of(row.get(PLEDGE.DUE_DATES)), row.get(PLEDGE.PURPOSE), row.get(PLEDGE.PROCEEDING_ID),
				row.get(PLEDGE.COUNTS_TOWARD_ID), row.get(PLEDGE.ANONYMOUS), row.get(PLEDGE.RECORDED_AT),
				row.get(PLEDGE.VERSION));
	}

}
