package org.solidarity.endorsement.publication;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.ENDORSER_LIST;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class EndorserListRepository {

	private static final List<Field<?>> FIELDS = List.of(ENDORSER_LIST.ID, ENDORSER_LIST.CAMPAIGN_ID,
			ENDORSER_LIST.SLUG, ENDORSER_LIST.TITLE, ENDORSER_LIST.OPEN, ENDORSER_LIST.VERSION);

	private final DSLContext sql;

	EndorserListRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, EndorserList> find(Viewer viewer, Collection<UUID> ids) {
		return find(viewer, ENDORSER_LIST.ID, ids);
	}

	Map<UUID, EndorserList> ofCampaigns(Viewer viewer, Collection<UUID> campaigns) {
		return find(viewer, ENDORSER_LIST.CAMPAIGN_ID, campaigns);
	}

	private Map<UUID, EndorserList> find(Viewer viewer, Field<UUID> key, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ENDORSER_LIST)
			.where(visibleTo(viewer), key.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(key, EndorserListRepository::list);
	}

	/**
	 * Opens the list of the campaign, which from now on stands there and is called so.
	 */
	UUID open(Viewer viewer, UUID campaign, PublishEndorsers.Input input) {
		return this.sql.insertInto(ENDORSER_LIST)
			.set(ENDORSER_LIST.CAMPAIGN_ID, campaign)
			.set(ENDORSER_LIST.SLUG, input.slug())
			.set(ENDORSER_LIST.TITLE, input.title())
			.set(ENDORSER_LIST.CREATED_BY, viewer.id())
			.onConflict(ENDORSER_LIST.CAMPAIGN_ID)
			.doUpdate()
			.set(ENDORSER_LIST.SLUG, input.slug())
			.set(ENDORSER_LIST.TITLE, input.title())
			.set(ENDORSER_LIST.OPEN, true)
			.set(ENDORSER_LIST.VERSION, ENDORSER_LIST.VERSION.plus(1))
			.returning(ENDORSER_LIST.ID)
			.fetchSingle(ENDORSER_LIST.ID);
	}

	Optional<EndorserList> lock(Viewer viewer, UUID id) {
		return this.sql.select(FIELDS)
			.from(ENDORSER_LIST)
			.where(visibleTo(viewer), ENDORSER_LIST.ID.eq(id))
			.forUpdate()
			.fetchOptional(EndorserListRepository::list);
	}

	void close(UUID id) {
		this.sql.update(ENDORSER_LIST)
			.set(ENDORSER_LIST.OPEN, false)
			.set(ENDORSER_LIST.VERSION, ENDORSER_LIST.VERSION.plus(1))
			.where(ENDORSER_LIST.ID.eq(id))
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return switch (viewer.role()) {
			case STAFF, COORDINATOR -> Campaigns.visibleTo(viewer, ENDORSER_LIST.CAMPAIGN_ID);
			case AUDITOR, SYSTEM -> noCondition();
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static EndorserList list(Record row) {
		return new EndorserList(row.get(ENDORSER_LIST.ID), row.get(ENDORSER_LIST.CAMPAIGN_ID),
				row.get(ENDORSER_LIST.SLUG), row.get(ENDORSER_LIST.TITLE), row.get(ENDORSER_LIST.OPEN),
				row.get(ENDORSER_LIST.VERSION));
	}

}
