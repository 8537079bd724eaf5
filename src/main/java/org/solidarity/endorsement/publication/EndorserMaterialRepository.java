package org.solidarity.endorsement.publication;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.ENDORSER_LIST;
import static org.solidarity.platform.jooq.Tables.ENDORSER_MATERIAL;
import static org.solidarity.platform.jooq.Tables.LISTING_PERMISSION;

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
import org.solidarity.platform.jooq.enums.EndorserMaterialKind;
import org.solidarity.platform.jooq.enums.ListingDecision;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class EndorserMaterialRepository {

	private static final Field<ListingDecision> LAST_WORD = field(
			select(LISTING_PERMISSION.DECISION).from(LISTING_PERMISSION)
				.where(LISTING_PERMISSION.MATERIAL_ID.eq(ENDORSER_MATERIAL.ID))
				.orderBy(LISTING_PERMISSION.RECORDED_AT.desc(), LISTING_PERMISSION.ID.desc())
				.limit(1))
		.as("last_word");

	private static final List<Field<?>> FIELDS = List.of(ENDORSER_MATERIAL.ID, ENDORSER_MATERIAL.CAMPAIGN_ID,
			ENDORSER_MATERIAL.BODY_ID, ENDORSER_MATERIAL.KIND, ENDORSER_MATERIAL.QUOTE, ENDORSER_MATERIAL.SPEAKER,
			ENDORSER_MATERIAL.LANGUAGE, ENDORSER_MATERIAL.MEDIA_TYPE, ENDORSER_MATERIAL.ALTERNATIVE_TEXT,
			ENDORSER_MATERIAL.RECORDED_AT, LAST_WORD);

	private static final Ordering MATERIALS = Ordering.by("endorserMaterial.recorded", Direction.DESC,
			ENDORSER_MATERIAL.ID);

	private static final Ordering PERMISSIONS = Ordering.by("listingPermission.recorded", Direction.DESC,
			LISTING_PERMISSION.ID);

	private final DSLContext sql;

	private final Pages pages;

	EndorserMaterialRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, EndorserMaterial> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ENDORSER_MATERIAL)
			.where(visibleTo(viewer, ENDORSER_MATERIAL.CAMPAIGN_ID, ENDORSER_MATERIAL.BODY_ID),
					ENDORSER_MATERIAL.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ENDORSER_MATERIAL.ID, EndorserMaterialRepository::material);
	}

	Map<UUID, Connection<EndorserMaterial>> ofLists(Viewer viewer, Collection<UUID> lists, PageRequest page) {
		var from = ENDORSER_MATERIAL.join(ENDORSER_LIST)
			.on(ENDORSER_LIST.CAMPAIGN_ID.eq(ENDORSER_MATERIAL.CAMPAIGN_ID));
		return this.pages.fetch(new PageQuery<>(FIELDS, from,
				visibleTo(viewer, ENDORSER_MATERIAL.CAMPAIGN_ID, ENDORSER_MATERIAL.BODY_ID), MATERIALS,
				EndorserMaterialRepository::material), ENDORSER_LIST.ID, lists, page);
	}

	Map<UUID, Connection<ListingPermission>> permissions(Viewer viewer, Collection<UUID> lists, PageRequest page) {
		var from = LISTING_PERMISSION.join(ENDORSER_LIST)
			.on(ENDORSER_LIST.CAMPAIGN_ID.eq(LISTING_PERMISSION.CAMPAIGN_ID));
		return this.pages.fetch(new PageQuery<>(List.of(LISTING_PERMISSION.fields()), from,
				visibleTo(viewer, LISTING_PERMISSION.CAMPAIGN_ID, LISTING_PERMISSION.BODY_ID), PERMISSIONS,
				EndorserMaterialRepository::permission), ENDORSER_LIST.ID, lists, page);
	}

	ListingPermission permission(Viewer viewer, UUID id) {
		return this.sql.select(LISTING_PERMISSION.fields())
			.from(LISTING_PERMISSION)
			.where(visibleTo(viewer, LISTING_PERMISSION.CAMPAIGN_ID, LISTING_PERMISSION.BODY_ID),
					LISTING_PERMISSION.ID.eq(id))
			.fetchSingle(EndorserMaterialRepository::permission);
	}

	UUID insertQuote(Viewer viewer, UUID campaign, UUID body, RecordMaterial.Quote input) {
		return this.sql.insertInto(ENDORSER_MATERIAL)
			.set(ENDORSER_MATERIAL.CAMPAIGN_ID, campaign)
			.set(ENDORSER_MATERIAL.BODY_ID, body)
			.set(ENDORSER_MATERIAL.KIND, EndorserMaterialKind.QUOTE)
			.set(ENDORSER_MATERIAL.QUOTE, input.quote())
			.set(ENDORSER_MATERIAL.SPEAKER, input.speaker())
			.set(ENDORSER_MATERIAL.LANGUAGE, input.language())
			.set(ENDORSER_MATERIAL.RECORDED_BY, viewer.id())
			.returning(ENDORSER_MATERIAL.ID)
			.fetchSingle(ENDORSER_MATERIAL.ID);
	}

	UUID insertLogo(Viewer viewer, UUID campaign, UUID body, Picture picture, String alternativeText) {
		return this.sql.insertInto(ENDORSER_MATERIAL)
			.set(ENDORSER_MATERIAL.CAMPAIGN_ID, campaign)
			.set(ENDORSER_MATERIAL.BODY_ID, body)
			.set(ENDORSER_MATERIAL.KIND, EndorserMaterialKind.LOGO)
			.set(ENDORSER_MATERIAL.MEDIA_TYPE, picture.mediaType())
			.set(ENDORSER_MATERIAL.IMAGE, picture.bytes())
			.set(ENDORSER_MATERIAL.ALTERNATIVE_TEXT, alternativeText)
			.set(ENDORSER_MATERIAL.RECORDED_BY, viewer.id())
			.returning(ENDORSER_MATERIAL.ID)
			.fetchSingle(ENDORSER_MATERIAL.ID);
	}

	UUID insertPermission(Viewer viewer, UUID campaign, UUID body, @Nullable UUID material,
			RecordMaterial.Permission input) {
		return this.sql.insertInto(LISTING_PERMISSION)
			.set(LISTING_PERMISSION.CAMPAIGN_ID, campaign)
			.set(LISTING_PERMISSION.BODY_ID, body)
			.set(LISTING_PERMISSION.MATERIAL_ID, material)
			.set(LISTING_PERMISSION.DECISION, input.decision())
			.set(LISTING_PERMISSION.GIVEN_BY, input.givenBy())
			.set(LISTING_PERMISSION.NOTE, input.note())
			.set(LISTING_PERMISSION.RECORDED_BY, viewer.id())
			.returning(LISTING_PERMISSION.ID)
			.fetchSingle(LISTING_PERMISSION.ID);
	}

	private static Condition visibleTo(Viewer viewer, Field<UUID> campaign, Field<UUID> body) {
		viewer.require(Permission.READ);
		return Campaigns.workedOnBy(viewer, campaign, body);
	}

	private static EndorserMaterial material(Record row) {
		return new EndorserMaterial(row.get(ENDORSER_MATERIAL.ID), row.get(ENDORSER_MATERIAL.CAMPAIGN_ID),
				row.get(ENDORSER_MATERIAL.BODY_ID), row.get(ENDORSER_MATERIAL.KIND), row.get(ENDORSER_MATERIAL.QUOTE),
				row.get(ENDORSER_MATERIAL.SPEAKER), row.get(ENDORSER_MATERIAL.LANGUAGE),
				row.get(ENDORSER_MATERIAL.MEDIA_TYPE), row.get(ENDORSER_MATERIAL.ALTERNATIVE_TEXT),
				row.get(LAST_WORD) == ListingDecision.GIVEN, row.get(ENDORSER_MATERIAL.RECORDED_AT));
	}

	private static ListingPermission permission(Record row) {
		return new ListingPermission(row.get(LISTING_PERMISSION.ID), row.get(LISTING_PERMISSION.BODY_ID),
				row.get(LISTING_PERMISSION.MATERIAL_ID), row.get(LISTING_PERMISSION.DECISION),
				row.get(LISTING_PERMISSION.GIVEN_BY), row.get(LISTING_PERMISSION.NOTE),
				row.get(LISTING_PERMISSION.RECORDED_AT));
	}

}
