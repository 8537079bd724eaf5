package org.solidarity.campaign;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.CampaignStatus;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.jooq.tables.records.CampaignRecord;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class CampaignRepository {

	private static final List<Field<?>> FIELDS = List.of(CAMPAIGN.ID, CAMPAIGN.NAME, CAMPAIGN.DESCRIPTION,
			CAMPAIGN.CURRENCY, CAMPAIGN.TIME_ZONE, CAMPAIGN.STARTS_ON, CAMPAIGN.ENDS_ON, CAMPAIGN.STATUS,
			CAMPAIGN.VISIBILITY, CAMPAIGN.VERSION);

	private final DSLContext sql;

	private final Pages pages;

	CampaignRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Campaign> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CAMPAIGN)
			.where(visibleTo(viewer, CAMPAIGN.ID), CAMPAIGN.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CAMPAIGN.ID, CampaignRepository::campaign);
	}

	Connection<Campaign> list(Viewer viewer, PageRequest page, @Nullable CampaignFilter filter, @Nullable String search,
			@Nullable CampaignOrder order) {
		var where = visibleTo(viewer, CAMPAIGN.ID).and(Conditions.of(filter, CampaignRepository::matching))
			.and(Conditions.of(search, CAMPAIGN.NAME::containsIgnoreCase));
		return this.pages.fetch(new PageQuery<>(FIELDS, CAMPAIGN, where,
				ordering(order != null ? order : CampaignOrder.DEFAULT), CampaignRepository::campaign), page);
	}

	/**
	 * The row becomes visible by the grant that follows it, so it cannot be returned by
	 * its own insert, and its id is taken before.
	 */
	UUID insert(Viewer viewer, CreateCampaign.Input input) {
		UUID id = this.sql.select(Routines.newId()).fetchSingle().value1();
		this.sql.insertInto(CAMPAIGN)
			.set(CAMPAIGN.ID, id)
			.set(CAMPAIGN.NAME, input.name())
			.set(CAMPAIGN.DESCRIPTION, input.description())
			.set(CAMPAIGN.CURRENCY, input.currency())
			.set(CAMPAIGN.TIME_ZONE, input.timeZone())
			.set(CAMPAIGN.STARTS_ON, input.startsOn())
			.set(CAMPAIGN.ENDS_ON, input.endsOn())
			.set(CAMPAIGN.VISIBILITY, input.visibility() != null ? input.visibility() : Visibility.INTERNAL)
			.set(CAMPAIGN.CREATED_BY, viewer.id())
			.execute();
		if (viewer.is(Role.STAFF)) {
			this.sql.insertInto(CAMPAIGN_ACCOUNT)
				.set(CAMPAIGN_ACCOUNT.CAMPAIGN_ID, id)
				.set(CAMPAIGN_ACCOUNT.ACCOUNT_ID, viewer.id())
				.set(CAMPAIGN_ACCOUNT.GRANTED_BY, viewer.id())
				.execute();
		}
		return id;
	}

	void update(Viewer viewer, Campaign campaign, int expectedVersion) {
		write(viewer, campaign.id(), expectedVersion,
				this.sql.update(CAMPAIGN)
					.set(CAMPAIGN.VERSION, CAMPAIGN.VERSION.plus(1))
					.set(CAMPAIGN.NAME, campaign.name())
					.set(CAMPAIGN.DESCRIPTION, campaign.description())
					.set(CAMPAIGN.CURRENCY, campaign.currency())
					.set(CAMPAIGN.TIME_ZONE, campaign.timeZone())
					.set(CAMPAIGN.STARTS_ON, campaign.startsOn())
					.set(CAMPAIGN.ENDS_ON, campaign.endsOn())
					.set(CAMPAIGN.VISIBILITY, campaign.visibility()));
	}

	void turn(Viewer viewer, UUID id, CampaignStatus status, int expectedVersion) {
		write(viewer, id, expectedVersion,
				this.sql.update(CAMPAIGN).set(CAMPAIGN.VERSION, CAMPAIGN.VERSION.plus(1)).set(CAMPAIGN.STATUS, status));
	}

	private void write(Viewer viewer, UUID id, int expectedVersion, UpdateSetMoreStep<CampaignRecord> change) {
		var mine = visibleTo(viewer, CAMPAIGN.ID).and(CAMPAIGN.ID.eq(id));
		if (change.where(mine, CAMPAIGN.VERSION.eq(expectedVersion)).execute() == 0) {
			int current = this.sql.select(CAMPAIGN.VERSION).from(CAMPAIGN).where(mine).fetchSingle().value1();
			throw new Refused(ErrorCode.CONFLICT, "The campaign was changed meanwhile: it is at version " + current
					+ ", not " + expectedVersion + ". Read it again.", Map.of("currentVersion", current));
		}
	}

	static Condition visibleTo(Viewer viewer, Field<UUID> campaignId) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case STAFF, COORDINATOR -> Conditions.among(campaignId, Routines.campaignsOfAccount(viewer.id()));
			case PARTNER -> Conditions.among(campaignId, Routines.campaignsOfGroup(viewer.group()));
			case AUDITOR, ADMINISTRATOR, SYSTEM -> noCondition();
		};
	}

	static Condition workedOnBy(Viewer viewer, Field<UUID> campaignId, Field<UUID> bodyId) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case STAFF -> visibleTo(viewer, campaignId);
			case COORDINATOR ->
				visibleTo(viewer, campaignId).and(Conditions.among(bodyId, Routines.bodiesOfAccount(viewer.id())));
			case AUDITOR, SYSTEM -> noCondition();
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static Condition matching(CampaignFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), CampaignRepository::matching,
				Conditions.all(Conditions.of(filter.status(), status -> status.on(CAMPAIGN.STATUS)),
						Conditions.of(filter.name(), name -> name.on(CAMPAIGN.NAME))));
	}

	private static Ordering ordering(CampaignOrder order) {
		return switch (order.field()) {
			case NAME -> Ordering.by("campaign.name", order.direction(), CAMPAIGN.ID, lower(CAMPAIGN.NAME));
			case CREATED_AT -> Ordering.by("campaign.created", order.direction(), CAMPAIGN.ID, CAMPAIGN.CREATED_AT);
		};
	}

	private static Campaign campaign(Record row) {
		return new Campaign(row.get(CAMPAIGN.ID), row.get(CAMPAIGN.NAME), row.get(CAMPAIGN.DESCRIPTION),
				row.get(CAMPAIGN.CURRENCY), row.get(CAMPAIGN.TIME_ZONE), row.get(CAMPAIGN.STARTS_ON),
				row.get(CAMPAIGN.ENDS_ON), row.get(CAMPAIGN.STATUS), row.get(CAMPAIGN.VISIBILITY),
				row.get(CAMPAIGN.VERSION));
	}

}
