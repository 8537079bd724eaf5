package org.solidarity.endorsement.publication;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PublicationController {

	private static final String MATERIALS = "EndorserList.materials";

	private static final String PERMISSIONS = "EndorserList.permissions";

	private final EndorserLists lists;

	private final EndorserMaterials materials;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final NestedPages nested;

	PublicationController(EndorserLists lists, EndorserMaterials materials, Campaigns campaigns, Bodies bodies,
			NestedPages nested) {
		this.lists = lists;
		this.materials = materials;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, EndorserMaterial>register(MATERIALS,
				(viewer, ids, page, none) -> materials.ofLists(viewer, ids, page));
		nested.<@Nullable Object, ListingPermission>register(PERMISSIONS,
				(viewer, ids, page, none) -> materials.permissions(viewer, ids, page));
	}

	@BatchMapping(typeName = "Campaign", field = "endorserList")
	Map<Campaign, EndorserList> ofCampaigns(List<Campaign> campaigns, @ContextValue Viewer viewer) {
		var found = this.lists.ofCampaigns(viewer, campaigns.stream().map(Campaign::id).toList());
		Map<Campaign, EndorserList> of = new HashMap<>();
		campaigns.forEach(campaign -> of.put(campaign, found.get(campaign.id())));
		return of;
	}

	@BatchMapping(typeName = "EndorserList", field = "campaign")
	Map<EndorserList, Campaign> campaigns(List<EndorserList> lists, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, lists, EndorserList::campaignId);
	}

	@SchemaMapping
	String path(EndorserList list) {
		return list.path();
	}

	@SchemaMapping
	CompletableFuture<Connection<EndorserMaterial>> materials(EndorserList list, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, MATERIALS, list.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<ListingPermission>> permissions(EndorserList list, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, PERMISSIONS, list.id(), page, null);
	}

	@BatchMapping(typeName = "EndorserMaterial", field = "body")
	Map<EndorserMaterial, Body> bodiesOfMaterials(List<EndorserMaterial> materials, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, materials, EndorserMaterial::bodyId);
	}

	@BatchMapping(typeName = "ListingPermission", field = "body")
	Map<ListingPermission, Body> bodiesOfPermissions(List<ListingPermission> permissions, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, permissions, ListingPermission::bodyId);
	}

	@BatchMapping(typeName = "ListingPermission", field = "material")
	Map<ListingPermission, EndorserMaterial> materialsOfPermissions(List<ListingPermission> permissions,
			@ContextValue Viewer viewer) {
		var found = this.materials.nodes(viewer,
				permissions.stream().map(ListingPermission::materialId).filter(Objects::nonNull).distinct().toList());
		Map<ListingPermission, EndorserMaterial> of = new HashMap<>();
		permissions.forEach(permission -> of.put(permission, found.get(permission.materialId())));
		return of;
	}

	@MutationMapping
	PublishEndorsers.Payload publishEndorsers(Viewer viewer, @Argument PublishEndorsers.Input input) {
		return new PublishEndorsers.Payload(this.lists.publish(viewer, input));
	}

	@MutationMapping
	PublishEndorsers.Payload unpublishEndorsers(Viewer viewer, @Argument PublishEndorsers.Close input) {
		return new PublishEndorsers.Payload(this.lists.close(viewer, input));
	}

	@MutationMapping
	RecordMaterial.Payload recordEndorserQuote(Viewer viewer, @Argument RecordMaterial.Quote input) {
		return new RecordMaterial.Payload(this.materials.quote(viewer, input));
	}

	@MutationMapping
	RecordMaterial.Payload recordEndorserLogo(Viewer viewer, @Argument RecordMaterial.Logo input) {
		return new RecordMaterial.Payload(this.materials.logo(viewer, input));
	}

	@MutationMapping
	RecordMaterial.PermissionPayload recordListingPermission(Viewer viewer, @Argument RecordMaterial.Permission input) {
		return new RecordMaterial.PermissionPayload(this.materials.permit(viewer, input));
	}

}
