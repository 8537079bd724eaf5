package org.solidarity.action;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.ACTION_COSPONSOR;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ActionRepository {

	private final DSLContext sql;

	private final Pages pages;

	ActionRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Action> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(ActionRow.FIELDS)
			.from(ACTION)
			.where(ActionScope.visibleTo(viewer), ACTION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ACTION.ID, row -> ActionRow.action(viewer, row));
	}

	/** Holds the row, and with it the seats of the action, until the transaction ends. */
	void lock(UUID id) {
		this.sql.select(ACTION.ID).from(ACTION).where(ACTION.ID.eq(id)).forNoKeyUpdate().fetch();
	}

	Connection<Action> list(Viewer viewer, PageRequest page, ActionList list) {
		return this.pages.fetch(query(viewer, ACTION, list), page);
	}

	Map<UUID, Connection<Action>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			ActionList list) {
		return this.pages.fetch(query(viewer, ACTION, list), ACTION.CAMPAIGN_ID, campaigns, page);
	}

	Map<UUID, Connection<Action>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page, ActionList list) {
		var ids = bodies.toArray(UUID[]::new);
		var theirs = select(ACTION.HOST_ID.as("body_id"), ACTION.ID.as("action_id")).from(ACTION)
			.where(ACTION.HOST_ID.eq(any(ids)))
			.union(select(ACTION_COSPONSOR.BODY_ID, ACTION_COSPONSOR.ACTION_ID).from(ACTION_COSPONSOR)
				.where(ACTION_COSPONSOR.BODY_ID.eq(any(ids))))
			.asTable("theirs");
		var from = theirs.join(ACTION).on(ACTION.ID.eq(theirs.field("action_id", UUID.class)));
		return this.pages.fetch(query(viewer, from, list), Objects.requireNonNull(theirs.field("body_id", UUID.class)),
				bodies, page);
	}

	Map<UUID, List<UUID>> coSponsors(Collection<UUID> actions) {
		return this.sql.select(ACTION_COSPONSOR.ACTION_ID, ACTION_COSPONSOR.BODY_ID)
			.from(ACTION_COSPONSOR)
			.join(BODY)
			.on(BODY.ID.eq(ACTION_COSPONSOR.BODY_ID))
			.where(ACTION_COSPONSOR.ACTION_ID.eq(any(actions.toArray(UUID[]::new))))
			.orderBy(lower(BODY.NAME), BODY.ID)
			.fetchGroups(ACTION_COSPONSOR.ACTION_ID, ACTION_COSPONSOR.BODY_ID);
	}

	boolean recordsFor(Viewer viewer, UUID body) {
		return this.sql
			.fetchExists(selectOne().from(BODY).where(ActionScope.recordsFor(viewer, BODY.ID), BODY.ID.eq(body)));
	}

	UUID insert(Viewer viewer, UUID campaign, UUID host, Details details, @Nullable UUID repeats) {
		return this.sql.insertInto(ACTION)
			.set(ACTION.CAMPAIGN_ID, campaign)
			.set(ACTION.HOST_ID, host)
			.set(ActionRow.values(details))
			.set(ACTION.REPEATS_ID, repeats)
			.set(ACTION.CREATED_BY, viewer.id())
			.returning(ACTION.ID)
			.fetchSingle(ACTION.ID);
	}

	void setCoSponsors(Viewer viewer, UUID action, List<UUID> bodies) {
		var ids = bodies.toArray(UUID[]::new);
		this.sql.deleteFrom(ACTION_COSPONSOR)
			.where(ACTION_COSPONSOR.ACTION_ID.eq(action), ACTION_COSPONSOR.BODY_ID.ne(org.jooq.impl.DSL.all(ids)))
			.execute();
		for (UUID body : ids) {
			this.sql.insertInto(ACTION_COSPONSOR)
				.set(ACTION_COSPONSOR.ACTION_ID, action)
				.set(ACTION_COSPONSOR.BODY_ID, body)
				.set(ACTION_COSPONSOR.RECORDED_BY, viewer.id())
				.onConflictDoNothing()
				.execute();
		}
	}

	/**
	 * @throws Refused CONFLICT where the version is another by now
	 */
	void update(Viewer viewer, UUID id, int expectedVersion, Details details) {
		changed(viewer, id, expectedVersion,
				this.sql.update(ACTION)
					.set(ActionRow.values(details))
					.set(ACTION.UPDATED_AT, currentInstant())
					.set(ACTION.VERSION, ACTION.VERSION.plus(1))
					.where(ActionScope.visibleTo(viewer), ACTION.ID.eq(id), ACTION.VERSION.eq(expectedVersion))
					.execute());
	}

	/**
	 * @throws Refused CONFLICT where the version is another by now
	 */
	void turn(Viewer viewer, UUID id, int expectedVersion, ActionStatus status, @Nullable String because) {
		changed(viewer, id, expectedVersion,
				this.sql.update(ACTION)
					.set(ACTION.STATUS, status)
					.set(ACTION.CANCELLED_BECAUSE, because)
					.set(ACTION.UPDATED_AT, currentInstant())
					.set(ACTION.VERSION, ACTION.VERSION.plus(1))
					.where(ActionScope.visibleTo(viewer), ACTION.ID.eq(id), ACTION.VERSION.eq(expectedVersion))
					.execute());
	}

	/** Gives free seats to those who wait, and tells to how many; the row is locked. */
	int promoteWaiting(UUID id) {
		return Routines.promoteWaiting(this.sql.configuration(), id).length;
	}

	/** Forgets who said again that they come; the row is locked. */
	void askAgain(UUID id) {
		Routines.askAgain(this.sql.configuration(), id);
	}

	private void changed(Viewer viewer, UUID id, int expectedVersion, int rows) {
		if (rows == 0) {
			int current = Objects.requireNonNull(find(viewer, List.of(id)).get(id)).version();
			throw new Refused(ErrorCode.CONFLICT, "The action was changed meanwhile: it is at version " + current
					+ ", not " + expectedVersion + ". Read it again.", Map.of("currentVersion", current));
		}
	}

	private static PageQuery<Action> query(Viewer viewer, TableLike<?> from, ActionList list) {
		return new PageQuery<>(ActionRow.FIELDS, from,
				ActionScope.visibleTo(viewer).and(Conditions.of(list.filter(), ActionRepository::matching)),
				ordering(list.order() != null ? list.order() : ActionOrder.DEFAULT),
				row -> ActionRow.action(viewer, row));
	}

	private static Condition matching(ActionFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), ActionRepository::matching,
				Conditions.all(
						Conditions.of(filter.kind(),
								kind -> Conditions.of(kind.eq(), ACTION.KIND::eq)
									.and(Conditions.of(kind.in(), ACTION.KIND::in))),
						Conditions.of(filter.status(),
								status -> Conditions.of(status.eq(), ACTION.STATUS::eq)
									.and(Conditions.of(status.in(), ACTION.STATUS::in))),
						Conditions.of(filter.startsAt(),
								start -> Conditions.of(start.gte(), ACTION.STARTS_AT::ge)
									.and(Conditions.of(start.lt(), ACTION.STARTS_AT::lt))),
						Conditions.of(filter.title(), title -> title.on(ACTION.TITLE)),
						Conditions.of(filter.country(), country -> country.on(ACTION.COUNTRY)),
						Conditions.of(filter.region(), region -> region.on(ACTION.REGION))));
	}

	private static Ordering ordering(ActionOrder order) {
		return switch (order.field()) {
			case STARTS_AT -> Ordering.by("action.start", order.direction(), ACTION.ID, ACTION.STARTS_AT);
			case CREATED_AT -> Ordering.by("action.created", order.direction(), ACTION.ID, ACTION.CREATED_AT);
		};
	}

}
