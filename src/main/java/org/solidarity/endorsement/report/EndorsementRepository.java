package org.solidarity.endorsement.report;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.ENDORSEMENTS_AT;
import static org.solidarity.platform.jooq.Tables.ENDORSERS_AT;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

/** The endorsements one by one. */
@Repository
class EndorsementRepository {

	private static final Ordering BY_NAME = Ordering.by("endorsement.name", Direction.ASC, PROCEEDING.ID,
			BODY.SORT_NAME);

	private final DSLContext sql;

	private final Pages pages;

	EndorsementRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	/**
	 * All endorsements of each campaign, each body once, in no order. A full join, whose
	 * rest is dropped here, since only that is never made by comparing each with each.
	 */
	Map<UUID, List<Endorsement>> all(Viewer viewer, List<Shown.Key> asked, Instant knownAt) {
		var endorsements = Shown.endorsements(viewer, asked, knownAt);
		var endorsers = Shown.endorsers(endorsements, knownAt);
		var body = Shown.field(endorsers, ENDORSERS_AT.BODY_ID);
		Map<UUID, List<Endorsement>> all = new HashMap<>();
		this.sql.with(endorsements)
			.select(endorsements.fields())
			.select(endorsers.fields())
			.from(endorsements)
			.fullJoin(endorsers)
			.on(Shown.CAMPAIGN.eq(Shown.field(endorsers, "campaign", UUID.class)), Shown.BODY_ID.eq(body))
			.forEach(row -> {
				if (row.get(body) != null) {
					all.computeIfAbsent(row.get(Shown.CAMPAIGN), none -> new ArrayList<>())
						.add(endorsement(row, endorsements, endorsers));
				}
			});
		return all;
	}

	/**
	 * A page of these endorsements for each campaign, by the names of the bodies.
	 * @param endorsements by their proceedings
	 */
	Map<UUID, Connection<Endorsement>> page(Viewer viewer, Collection<UUID> campaigns,
			Map<UUID, Endorsement> endorsements, PageRequest page) {
		var among = PROCEEDING.ID.eq(any(endorsements.keySet().toArray(UUID[]::new)));
		return this.pages.fetch(
				new PageQuery<>(List.of(PROCEEDING.ID), PROCEEDING.join(BODY).on(BODY.ID.eq(PROCEEDING.BODY_ID)),
						Proceedings.visibleTo(viewer).and(among), BY_NAME,
						row -> Objects.requireNonNull(endorsements.get(row.get(PROCEEDING.ID)))),
				PROCEEDING.CAMPAIGN_ID, campaigns, page);
	}

	private static Endorsement endorsement(Record row, Table<?> endorsements, Table<?> endorsers) {
		Integer members = row.get(Shown.field(endorsers, ENDORSERS_AT.MEMBERS));
		var count = members == null ? null
				: new Representation.Count(members, row.get(Shown.field(endorsers, ENDORSERS_AT.OBSERVED_ON)),
						row.get(Shown.field(endorsers, ENDORSERS_AT.BASIS)),
						row.get(Shown.field(endorsers, ENDORSERS_AT.SOURCE)));
		var representation = new Representation(row.get(Shown.field(endorsers, ENDORSERS_AT.REPRESENTATION)),
				row.get(Shown.field(endorsers, ENDORSERS_AT.COVERED_BY)), count);
		return new Endorsement(row.get(Shown.field(endorsements, ENDORSEMENTS_AT.PROCEEDING_ID)),
				row.get(Shown.BODY_ID), row.get(Shown.field(endorsers, ENDORSERS_AT.KIND)),
				row.get(Shown.field(endorsements, ENDORSEMENTS_AT.STAGE)),
				row.get(Shown.field(endorsements, ENDORSEMENTS_AT.EFFECTIVE_ON)),
				row.get(Shown.field(endorsements, ENDORSEMENTS_AT.DATE_PRECISION)),
				row.get(Shown.field(endorsements, ENDORSEMENTS_AT.EARLIEST_ON)),
				row.get(Shown.field(endorsements, ENDORSEMENTS_AT.EVIDENCE)), representation, Ordinal.UNKNOWN);
	}

}
