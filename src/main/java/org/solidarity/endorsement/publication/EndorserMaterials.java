package org.solidarity.endorsement.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The quotes and logos of endorsers, and what they permit of themselves. */
@Service
class EndorserMaterials implements NodeSource {

	private final EndorserMaterialRepository materials;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	EndorserMaterials(EndorserMaterialRepository materials, Campaigns campaigns, Bodies bodies,
			Transactions transactions, Idempotency idempotency) {
		this.materials = materials;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return EndorserMaterial.PREFIX;
	}

	@Override
	public Map<UUID, EndorserMaterial> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.materials.find(viewer, ids));
	}

	/** What was recorded for each list, the latest first. */
	Map<UUID, Connection<EndorserMaterial>> ofLists(Viewer viewer, Collection<UUID> lists, PageRequest page) {
		return this.transactions.read(viewer, () -> this.materials.ofLists(viewer, lists, page));
	}

	/** What was permitted and withdrawn of each list, the latest first. */
	Map<UUID, Connection<ListingPermission>> permissions(Viewer viewer, Collection<UUID> lists, PageRequest page) {
		return this.transactions.read(viewer, () -> this.materials.permissions(viewer, lists, page));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	EndorserMaterial quote(Viewer viewer, RecordMaterial.Quote input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		return once(viewer, "recordEndorserQuote", input.idempotencyKey(), input, input.campaignId(), input.bodyId(),
				(campaign, body) -> this.materials.insertQuote(viewer, campaign, body, input));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	EndorserMaterial logo(Viewer viewer, RecordMaterial.Logo input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		Picture picture = input.check();
		return once(viewer, "recordEndorserLogo", input.idempotencyKey(), input, input.campaignId(), input.bodyId(),
				(campaign, body) -> this.materials.insertLogo(viewer, campaign, body, picture,
						input.alternativeText()));
	}

	private EndorserMaterial once(Viewer viewer, String mutation, @Nullable String key, Object input, NodeId campaignId,
			NodeId bodyId, BiFunction<UUID, UUID, UUID> insert) {
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, mutation, key, input,
					() -> insert.apply(this.campaigns.require(viewer, campaignId, "input", "campaignId").id(),
							this.bodies.require(viewer, bodyId, "input", "bodyId").id()));
			return nodes(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * Records a body's word about itself; a withdrawal shows in the public list at once.
	 * @throws Invalid where the input cannot stand
	 */
	ListingPermission permit(Viewer viewer, RecordMaterial.Permission input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "recordListingPermission", input.idempotencyKey(), input, () -> {
				UUID campaign = this.campaigns.require(viewer, input.campaignId(), "input", "campaignId").id();
				UUID body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId").id();
				return this.materials.insertPermission(viewer, campaign, body,
						material(viewer, input.materialId(), campaign, body), input);
			});
			return this.materials.permission(viewer, id);
		});
	}

	private @Nullable UUID material(Viewer viewer, @Nullable NodeId id, UUID campaign, UUID body) {
		if (id == null) {
			return null;
		}
		UUID uuid = id.of(EndorserMaterial.PREFIX);
		EndorserMaterial found = nodes(viewer, List.of(uuid)).get(uuid);
		if (found == null || !found.campaignId().equals(campaign) || !found.bodyId().equals(body)) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"materialId is not the id of a quote or logo of the body in the campaign.", "input", "materialId");
		}
		return uuid;
	}

}
