package org.solidarity.outreach.tag;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.TAG;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class TagRepository {

	static final Field<Boolean> RETIRED = field(TAG.RETIRED_AT.isNotNull()).as("retired");

	static final List<Field<?>> FIELDS = List.of(TAG.ID, TAG.CAMPAIGN_ID, TAG.LABEL, TAG.COLOUR, RETIRED,
			TAG.CREATED_AT, TAG.VERSION);

	private static final Ordering BY_LABEL = Ordering.by("tag.label", Direction.ASC, TAG.ID, lower(TAG.LABEL));

	private final DSLContext sql;

	private final Pages pages;

	TagRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Tag> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(TAG)
			.where(visibleTo(viewer), TAG.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(TAG.ID, TagRepository::tag);
	}

	Connection<Tag> list(Viewer viewer, PageRequest page, @Nullable UUID campaign, boolean withRetired) {
		var where = visibleTo(viewer).and(offered(withRetired)).and(Conditions.of(campaign, TAG.CAMPAIGN_ID::eq));
		return this.pages.fetch(query(where), page);
	}

	Map<UUID, Connection<Tag>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			boolean withRetired) {
		return this.pages.fetch(query(visibleTo(viewer).and(offered(withRetired))), TAG.CAMPAIGN_ID, campaigns, page);
	}

	UUID insert(Viewer viewer, @Nullable UUID campaign, CreateTag.Input input) {
		return this.sql.insertInto(TAG)
			.set(TAG.CAMPAIGN_ID, campaign)
			.set(TAG.LABEL, input.label())
			.set(TAG.COLOUR, input.colour())
			.set(TAG.CREATED_BY, viewer.id())
			.returning(TAG.ID)
			.fetchSingle(TAG.ID);
	}

	/** False where it is no longer of this version. */
	boolean update(Viewer viewer, Tag tag, int expectedVersion) {
		Map<Field<?>, @Nullable Object> values = new HashMap<>();
		values.put(TAG.LABEL, tag.label());
		values.put(TAG.COLOUR, tag.colour());
		return write(viewer, tag.id(), expectedVersion, values);
	}

	/** False where it is no longer of this version. */
	boolean retire(Viewer viewer, Tag tag, int expectedVersion) {
		return write(viewer, tag.id(), expectedVersion,
				Map.of(TAG.RETIRED_AT, currentInstant(), TAG.RETIRED_BY, viewer.id()));
	}

	private boolean write(Viewer viewer, UUID id, int expectedVersion,
			Map<Field<?>, ? extends @Nullable Object> values) {
		return this.sql.update(TAG)
			.set(values)
			.set(TAG.VERSION, TAG.VERSION.plus(1))
			.where(visibleTo(viewer), TAG.ID.eq(id), TAG.VERSION.eq(expectedVersion))
			.execute() == 1;
	}

	/** Those of the campaigns that a person works on, and those of all campaigns. */
	static Condition visibleTo(Viewer viewer) {
		return switch (viewer.role()) {
			case STAFF, COORDINATOR -> TAG.CAMPAIGN_ID.isNull().or(Campaigns.visibleTo(viewer, TAG.CAMPAIGN_ID));
			case AUDITOR, SYSTEM -> noCondition();
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static Condition offered(boolean withRetired) {
		return withRetired ? noCondition() : TAG.RETIRED_AT.isNull();
	}

	private static PageQuery<Tag> query(Condition where) {
		return new PageQuery<>(FIELDS, TAG, where, BY_LABEL, TagRepository::tag);
	}

	static Tag tag(Record row) {
		return new Tag(row.get(TAG.ID), row.get(TAG.CAMPAIGN_ID), row.get(TAG.LABEL), row.get(TAG.COLOUR),
				row.get(RETIRED), row.get(TAG.CREATED_AT), row.get(TAG.VERSION));
	}

}
