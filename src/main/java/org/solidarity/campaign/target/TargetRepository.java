package org.solidarity.campaign.target;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.tables.records.CampaignTargetRecord;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class TargetRepository {

	private static final List<Field<?>> FIELDS = List.of(CAMPAIGN_TARGET.ID, CAMPAIGN_TARGET.CAMPAIGN_ID,
			CAMPAIGN_TARGET.BODY_ID, CAMPAIGN_TARGET.PRIORITY, CAMPAIGN_TARGET.OWNER_ID, CAMPAIGN_TARGET.ASK,
			CAMPAIGN_TARGET.FOLLOW_UP_ON, CAMPAIGN_TARGET.VERSION);

	private final DSLContext sql;

	private final Pages pages;

	TargetRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Target> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CAMPAIGN_TARGET)
			.where(visibleTo(viewer), CAMPAIGN_TARGET.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CAMPAIGN_TARGET.ID, TargetRepository::target);
	}

	Map<UUID, Connection<Target>> ofCampaigns(Viewer viewer, List<UUID> campaigns, PageRequest page,
			TargetArguments arguments) {
		TargetOrder order = arguments.order() != null ? arguments.order() : TargetOrder.DEFAULT;
		var where = visibleTo(viewer).and(Conditions.of(arguments.filter(), TargetRepository::matching));
		return this.pages.fetch(query(where, order), CAMPAIGN_TARGET.CAMPAIGN_ID, campaigns, page);
	}

	Map<UUID, Connection<Target>> ofBodies(Viewer viewer, List<UUID> bodies, PageRequest page) {
		var newestFirst = new TargetOrder(TargetOrder.By.ADDED_AT, Direction.DESC);
		return this.pages.fetch(query(visibleTo(viewer), newestFirst), CAMPAIGN_TARGET.BODY_ID, bodies, page);
	}

	Map<UUID, TargetTotals> totals(Viewer viewer, Collection<UUID> campaigns) {
		var withoutOwner = count().filterWhere(CAMPAIGN_TARGET.OWNER_ID.isNull());
		return this.sql.select(CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.PRIORITY, count(), withoutOwner)
			.from(CAMPAIGN_TARGET)
			.where(visibleTo(viewer), CAMPAIGN_TARGET.CAMPAIGN_ID.eq(any(campaigns.toArray(UUID[]::new))))
			.groupBy(CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.PRIORITY)
			.orderBy(CAMPAIGN_TARGET.PRIORITY)
			.fetchGroups(CAMPAIGN_TARGET.CAMPAIGN_ID,
					row -> new TargetTotals.ByPriority(row.value2(), row.value3(), row.value4()))
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, of -> TargetTotals.of(of.getValue())));
	}

	/** Those of the accounts that work on the campaign. */
	Set<UUID> workersOn(UUID campaign, List<NodeId> owners) {
		if (owners.isEmpty()) {
			return Set.of();
		}
		var asked = unnest(val(owners.stream().map(owner -> owner.of(Account.PREFIX)).toArray(UUID[]::new))).as("asked",
				"id");
		Field<UUID> id = asked.field("id", UUID.class);
		return this.sql.select(id).from(asked).where(Routines.worksOnCampaign(id, val(campaign))).fetchSet(id);
	}

	/**
	 * @return what was added, by body; a body that is a target already is absent
	 */
	Map<UUID, Target> insert(Viewer viewer, UUID campaign, Map<UUID, AddTargets.Row> rows) {
		if (rows.isEmpty()) {
			return Map.of();
		}
		var values = rows.entrySet()
			.stream()
			.map(of -> row(campaign, of.getKey(), of.getValue().priorityOrDefault(), of.getValue().owner(),
					of.getValue().ask(), of.getValue().followUpOn(), viewer.id()))
			.toList();
		return this.sql
			.insertInto(CAMPAIGN_TARGET, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID, CAMPAIGN_TARGET.PRIORITY,
					CAMPAIGN_TARGET.OWNER_ID, CAMPAIGN_TARGET.ASK, CAMPAIGN_TARGET.FOLLOW_UP_ON,
					CAMPAIGN_TARGET.CREATED_BY)
			.valuesOfRows(values)
			.onConflictDoNothing()
			.returning(FIELDS)
			.fetchMap(CAMPAIGN_TARGET.BODY_ID, TargetRepository::target);
	}

	void update(Viewer viewer, Target target, int expectedVersion) {
		write(viewer, target.id(), expectedVersion,
				this.sql.update(CAMPAIGN_TARGET)
					.set(CAMPAIGN_TARGET.VERSION, CAMPAIGN_TARGET.VERSION.plus(1))
					.set(CAMPAIGN_TARGET.PRIORITY, target.priority())
					.set(CAMPAIGN_TARGET.OWNER_ID, target.ownerId())
					.set(CAMPAIGN_TARGET.ASK, target.ask())
					.set(CAMPAIGN_TARGET.FOLLOW_UP_ON, target.followUpOn()));
	}

	void remove(Viewer viewer, UUID id, int expectedVersion) {
		write(viewer, id, expectedVersion,
				this.sql.update(CAMPAIGN_TARGET)
					.set(CAMPAIGN_TARGET.VERSION, CAMPAIGN_TARGET.VERSION.plus(1))
					.set(CAMPAIGN_TARGET.REMOVED_AT, currentInstant())
					.set(CAMPAIGN_TARGET.REMOVED_BY, viewer.id()));
	}

	private void write(Viewer viewer, UUID id, int expectedVersion, UpdateSetMoreStep<CampaignTargetRecord> change) {
		var mine = visibleTo(viewer).and(CAMPAIGN_TARGET.ID.eq(id));
		if (change.where(mine, CAMPAIGN_TARGET.VERSION.eq(expectedVersion)).execute() == 0) {
			int current = this.sql.select(CAMPAIGN_TARGET.VERSION)
				.from(CAMPAIGN_TARGET)
				.where(CAMPAIGN_TARGET.ID.eq(id))
				.fetchSingle()
				.value1();
			throw new Refused(ErrorCode.CONFLICT, "The target was changed meanwhile: it is at version " + current
					+ ", not " + expectedVersion + ". Read it again.", Map.of("currentVersion", current));
		}
	}

	/** What is no longer a target is no longer shown. */
	static Condition visibleTo(Viewer viewer) {
		return Campaigns.workedOnBy(viewer, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID)
			.and(CAMPAIGN_TARGET.REMOVED_AT.isNull());
	}

	private static PageQuery<Target> query(Condition where, TargetOrder order) {
		return new PageQuery<>(FIELDS, CAMPAIGN_TARGET.join(BODY).on(BODY.ID.eq(CAMPAIGN_TARGET.BODY_ID)), where,
				ordering(order), TargetRepository::target);
	}

	private static Condition matching(TargetFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), TargetRepository::matching,
				Conditions.all(Conditions.of(filter.owner(), OwnerComparator::condition),
						Conditions.of(filter.priority(), priority -> priority.on(CAMPAIGN_TARGET.PRIORITY)),
						Conditions.of(filter.kind(), kind -> kind.on(BODY.KIND)),
						Conditions.of(filter.region(), region -> region.on(BODY.REGION)),
						Conditions.of(filter.followUpOn(), day -> day.on(CAMPAIGN_TARGET.FOLLOW_UP_ON))));
	}

	private static Ordering ordering(TargetOrder order) {
		return switch (order.field()) {
			case PRIORITY -> Ordering.by("target.priority", order.direction(), CAMPAIGN_TARGET.ID,
					CAMPAIGN_TARGET.PRIORITY, lower(BODY.NAME));
			case NAME -> Ordering.by("target.name", order.direction(), CAMPAIGN_TARGET.ID, lower(BODY.NAME));
			case FOLLOW_UP_ON -> Ordering.by("target.followUp", order.direction(), CAMPAIGN_TARGET.ID,
					coalesce(CAMPAIGN_TARGET.FOLLOW_UP_ON, val(Target.NEVER)));
			case ADDED_AT ->
				Ordering.by("target.added", order.direction(), CAMPAIGN_TARGET.ID, CAMPAIGN_TARGET.CREATED_AT);
		};
	}

	private static Target target(Record row) {
		return new Target(row.get(CAMPAIGN_TARGET.ID), row.get(CAMPAIGN_TARGET.CAMPAIGN_ID),
				row.get(CAMPAIGN_TARGET.BODY_ID), row.get(CAMPAIGN_TARGET.PRIORITY), row.get(CAMPAIGN_TARGET.OWNER_ID),
				row.get(CAMPAIGN_TARGET.ASK), row.get(CAMPAIGN_TARGET.FOLLOW_UP_ON), row.get(CAMPAIGN_TARGET.VERSION));
	}

}
