package org.solidarity.endorsement.report;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.ENDORSEMENTS_AT;
import static org.solidarity.platform.jooq.Tables.MEMBERS_REPRESENTED;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

	private static final String SHOWN = "shown";

	private static final Field<UUID> CAMPAIGN = column("campaign", UUID.class);

	private static final Field<LocalDate> DAY = column("day", LocalDate.class);

	private static final Field<UUID> PROCEEDING_ID = column("proceeding_id", UUID.class);

	private static final Field<UUID> BODY_ID = column("body_id", UUID.class);

	private static final Field<Stage> STAGE = DSL.field(DSL.name(SHOWN, "stage"), PROCEEDING.STAGE.getDataType());

	private static final Field<LocalDate> EFFECTIVE_ON = column("effective_on", LocalDate.class);

	private static final Field<Evidence> EVIDENCE = DSL.field(DSL.name(SHOWN, "evidence"),
			PROCEEDING.EVIDENCE.getDataType());

	private final DSLContext sql;

	private final Pages pages;

	ReportRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	/** Those of the campaigns whose endorsements the viewer may see at all. */
	Collection<UUID> reported(Viewer viewer, Collection<UUID> campaigns) {
		return switch (viewer.role()) {
			case ADMINISTRATOR -> List.of();
			case PARTNER -> this.sql.select(Tables.CAMPAIGN.ID)
				.from(Tables.CAMPAIGN)
				.where(Conditions.among(Tables.CAMPAIGN.ID, Routines.endorsementsOfGroup(viewer.group())),
						Tables.CAMPAIGN.ID.eq(any(campaigns.toArray(UUID[]::new))))
				.fetch(Tables.CAMPAIGN.ID);
			case STAFF, COORDINATOR, AUDITOR, SYSTEM -> campaigns;
		};
	}

	Map<UUID, EndorsementReport> of(Viewer viewer, List<ReportKey> asked, @Nullable Instant asKnownAt,
			Instant knownAt) {
		if (asked.isEmpty()) {
			return Map.of();
		}
		var shown = shown(viewer, asked, knownAt);
		var cells = cells(shown);
		var members = members(shown, knownAt);
		var targets = targets(viewer, shown, asked, knownAt);
		Map<UUID, EndorsementReport> reports = new HashMap<>();
		asked.forEach(key -> reports.put(key.campaign(),
				new EndorsementReport(key.campaign(), key.asOf(), asKnownAt,
						cells.getOrDefault(key.campaign(), List.of()),
						members.getOrDefault(key.campaign(),
								new EndorsementReport.MembersRepresented(0L, 0, 0, 0, 0, 0L, null)),
						viewer.is(Role.PARTNER) ? null
								: targets.getOrDefault(key.campaign(), new EndorsementReport.TargetShare(0, 0)))));
		return reports;
	}

	/** The endorsing bodies by name, each once. */
	Map<UUID, Connection<Endorsement>> list(Viewer viewer, List<ReportKey> asked, Instant knownAt, PageRequest page) {
		var from = shown(viewer, asked, knownAt).join(BODY).on(BODY.ID.eq(BODY_ID));
		var byName = Ordering.by("endorsement.name", Direction.ASC, PROCEEDING_ID, lower(BODY.NAME));
		return this.pages.fetch(
				new PageQuery<>(List.of(PROCEEDING_ID, BODY_ID, STAGE, EFFECTIVE_ON, EVIDENCE), from, noCondition(),
						byName, ReportRepository::endorsement),
				CAMPAIGN, asked.stream().map(ReportKey::campaign).toList(), page);
	}

	/**
	 * Of each body that endorses a campaign on its day the earliest endorsement, of those
	 * that the viewer may see.
	 */
	private static Table<?> shown(Viewer viewer, List<ReportKey> asked, Instant knownAt) {
		@SuppressWarnings("unchecked")
		Row2<UUID, LocalDate>[] rows = asked.stream().map(key -> row(key.campaign(), key.asOf())).toArray(Row2[]::new);
		var keys = values(rows).as("asked", "campaign", "day");
		Field<UUID> campaign = Objects.requireNonNull(keys.field("campaign", UUID.class));
		Field<LocalDate> day = Objects.requireNonNull(keys.field("day", LocalDate.class));
		var at = ENDORSEMENTS_AT(campaign, day, val(knownAt));
		return select(campaign, day, at.PROCEEDING_ID, at.BODY_ID, at.STAGE, at.EFFECTIVE_ON, at.EVIDENCE)
			.distinctOn(campaign, at.BODY_ID)
			.from(keys)
			.crossJoin(lateral(at))
			.join(PROCEEDING)
			.on(PROCEEDING.ID.eq(at.PROCEEDING_ID))
			.where(Proceedings.visibleTo(viewer))
			.orderBy(campaign, at.BODY_ID, at.EFFECTIVE_ON, at.PROCEEDING_ID)
			.asTable(SHOWN);
	}

	private Map<UUID, List<EndorsementReport.Cell>> cells(Table<?> shown) {
		return this.sql.select(CAMPAIGN, BODY.KIND, BODY.COUNTRY, BODY.REGION, countDistinct(BODY_ID))
			.from(shown)
			.join(BODY)
			.on(BODY.ID.eq(BODY_ID))
			.groupBy(CAMPAIGN, BODY.KIND, BODY.COUNTRY, BODY.REGION)
			.fetchGroups(CAMPAIGN,
					row -> new EndorsementReport.Cell(row.value2(), row.value3(), row.value4(), row.value5()));
	}

	private Map<UUID, EndorsementReport.MembersRepresented> members(Table<?> shown, Instant knownAt) {
		var endorsing = select(CAMPAIGN, DAY, arrayAggDistinct(BODY_ID).as("bodies")).from(shown)
			.groupBy(CAMPAIGN, DAY)
			.asTable("endorsing");
		Field<UUID> campaign = Objects.requireNonNull(endorsing.field("campaign", UUID.class));
		var represented = MEMBERS_REPRESENTED(Objects.requireNonNull(endorsing.field("bodies", UUID[].class)),
				Objects.requireNonNull(endorsing.field("day", LocalDate.class)), val(knownAt));
		return this.sql.select(campaign)
			.select(represented.fields())
			.from(endorsing)
			.crossJoin(lateral(represented))
			.fetchMap(campaign,
					row -> new EndorsementReport.MembersRepresented(row.get(represented.MEMBERS),
							row.get(represented.COUNTED), row.get(represented.COVERED), row.get(represented.LEFT_OUT),
							row.get(represented.WITHOUT_COUNT), row.get(represented.RAW_SUM),
							row.get(represented.OLDEST_OBSERVATION)));
	}

	private Map<UUID, EndorsementReport.TargetShare> targets(Viewer viewer, Table<?> shown, List<ReportKey> asked,
			Instant knownAt) {
		return this.sql.select(CAMPAIGN_TARGET.CAMPAIGN_ID, count(), count(BODY_ID))
			.from(CAMPAIGN_TARGET)
			.leftJoin(shown)
			.on(CAMPAIGN.eq(CAMPAIGN_TARGET.CAMPAIGN_ID), BODY_ID.eq(CAMPAIGN_TARGET.BODY_ID))
			.where(Campaigns.workedOnBy(viewer, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID),
					CAMPAIGN_TARGET.CAMPAIGN_ID.eq(any(asked.stream().map(ReportKey::campaign).toArray(UUID[]::new))),
					CAMPAIGN_TARGET.CREATED_AT.le(knownAt),
					CAMPAIGN_TARGET.REMOVED_AT.isNull().or(CAMPAIGN_TARGET.REMOVED_AT.gt(knownAt)))
			.groupBy(CAMPAIGN_TARGET.CAMPAIGN_ID)
			.fetchMap(CAMPAIGN_TARGET.CAMPAIGN_ID,
					row -> new EndorsementReport.TargetShare(row.value2(), row.value3()));
	}

	private static <T> Field<T> column(String name, Class<T> type) {
		return DSL.field(DSL.name(SHOWN, name), type);
	}

	private static Endorsement endorsement(Record row) {
		return new Endorsement(row.get(PROCEEDING_ID), row.get(BODY_ID), row.get(STAGE), row.get(EFFECTIVE_ON),
				row.get(EVIDENCE));
	}

}
