package org.solidarity.endorsement.resolution;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.RESOLUTION;
import static org.solidarity.platform.jooq.Tables.RESOLUTION_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ResolutionRepository {

	private static final List<Field<?>> VERSION = List.of(RESOLUTION_VERSION.ID, RESOLUTION_VERSION.RESOLUTION_ID,
			RESOLUTION_VERSION.NUMBER, RESOLUTION_VERSION.LANGUAGE, RESOLUTION_VERSION.TITLE, RESOLUTION_VERSION.TEXT,
			RESOLUTION_VERSION.CONTENT_HASH, RESOLUTION_VERSION.MADE_FROM, RESOLUTION_VERSION.RECORDED_AT);

	private static final Field<List<ResolutionVersion>> VERSIONS = multiset(select(VERSION).from(RESOLUTION_VERSION)
		.where(RESOLUTION_VERSION.RESOLUTION_ID.eq(RESOLUTION.ID))
		.orderBy(RESOLUTION_VERSION.NUMBER.desc(), RESOLUTION_VERSION.RECORDED_AT)).as("versions")
		.convertFrom(rows -> rows.map(ResolutionRepository::version));

	private static final List<Field<?>> FIELDS = List.of(RESOLUTION.ID, RESOLUTION.CAMPAIGN_ID, VERSIONS);

	private final DSLContext sql;

	private final Pages pages;

	ResolutionRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Resolution> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(RESOLUTION)
			.where(visibleTo(viewer), RESOLUTION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(RESOLUTION.ID, ResolutionRepository::resolution);
	}

	Map<UUID, ResolutionVersion> versions(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(VERSION)
			.from(RESOLUTION_VERSION)
			.join(RESOLUTION)
			.on(RESOLUTION.ID.eq(RESOLUTION_VERSION.RESOLUTION_ID))
			.where(visibleTo(viewer), RESOLUTION_VERSION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(RESOLUTION_VERSION.ID, ResolutionRepository::version);
	}

	Map<UUID, Connection<Resolution>> ofCampaigns(Viewer viewer, List<UUID> campaigns, PageRequest page) {
		var newestFirst = Ordering.by("resolution.created", Direction.DESC, RESOLUTION.ID, RESOLUTION.CREATED_AT);
		return this.pages.fetch(
				new PageQuery<>(FIELDS, RESOLUTION, visibleTo(viewer), newestFirst, ResolutionRepository::resolution),
				RESOLUTION.CAMPAIGN_ID, campaigns, page);
	}

	UUID insert(Viewer viewer, UUID campaign, WriteResolution.Wording wording, @Nullable UUID madeFrom) {
		UUID id = this.sql.insertInto(RESOLUTION)
			.set(RESOLUTION.CAMPAIGN_ID, campaign)
			.set(RESOLUTION.CREATED_BY, viewer.id())
			.returning(RESOLUTION.ID)
			.fetchSingle(RESOLUTION.ID);
		insertVersion(viewer, id, 1, wording, madeFrom);
		return id;
	}

	void insertVersion(Viewer viewer, UUID resolution, int number, WriteResolution.Wording wording,
			@Nullable UUID madeFrom) {
		this.sql.insertInto(RESOLUTION_VERSION)
			.set(RESOLUTION_VERSION.RESOLUTION_ID, resolution)
			.set(RESOLUTION_VERSION.NUMBER, number)
			.set(RESOLUTION_VERSION.LANGUAGE, wording.language())
			.set(RESOLUTION_VERSION.TITLE, wording.title())
			.set(RESOLUTION_VERSION.TEXT, wording.text())
			.set(RESOLUTION_VERSION.CONTENT_HASH, wording.hash())
			.set(RESOLUTION_VERSION.MADE_FROM, madeFrom)
			.set(RESOLUTION_VERSION.RECORDED_BY, viewer.id())
			.execute();
	}

	/**
	 * Whoever works on the campaign, auditors, and the groups it showed its endorsements
	 * to.
	 */
	static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case PARTNER -> Conditions.among(RESOLUTION.CAMPAIGN_ID, Routines.endorsementsOfGroup(viewer.group()));
			case ADMINISTRATOR -> falseCondition();
			case AUDITOR, SYSTEM -> noCondition();
			case STAFF, COORDINATOR -> Campaigns.visibleTo(viewer, RESOLUTION.CAMPAIGN_ID);
		};
	}

	private static Resolution resolution(Record row) {
		return new Resolution(row.get(RESOLUTION.ID), row.get(RESOLUTION.CAMPAIGN_ID), row.get(VERSIONS));
	}

	private static ResolutionVersion version(Record row) {
		return new ResolutionVersion(row.get(RESOLUTION_VERSION.ID), row.get(RESOLUTION_VERSION.RESOLUTION_ID),
				row.get(RESOLUTION_VERSION.NUMBER), row.get(RESOLUTION_VERSION.LANGUAGE),
				row.get(RESOLUTION_VERSION.TITLE), row.get(RESOLUTION_VERSION.TEXT),
				row.get(RESOLUTION_VERSION.CONTENT_HASH), row.get(RESOLUTION_VERSION.MADE_FROM),
				row.get(RESOLUTION_VERSION.RECORDED_AT));
	}

}
