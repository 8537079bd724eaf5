package org.solidarity.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.CampaignStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.stereotype.Service;

/** The campaigns that the viewer may see, and the recording of them. */
@Service
public class Campaigns implements NodeSource {

	private final CampaignRepository campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Campaigns(CampaignRepository campaigns, Transactions transactions, Idempotency idempotency) {
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Campaign.PREFIX;
	}

	@Override
	public Map<UUID, Campaign> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.campaigns.find(viewer, ids));
	}

	/**
	 * The campaign with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	public Campaign require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Campaign.PREFIX);
		Campaign campaign = nodes(viewer, List.of(uuid)).get(uuid);
		if (campaign == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a campaign.", path);
		}
		return campaign;
	}

	/**
	 * The campaign with this id, which must still take something new.
	 * @throws Invalid NOT_FOUND as {@link #require}, or INVALID where it is closed
	 */
	public Campaign requireOpen(Viewer viewer, NodeId id, String... path) {
		Campaign campaign = require(viewer, id, path);
		if (campaign.status() == CampaignStatus.CLOSED) {
			throw new Invalid(UserError.Code.INVALID,
					path[path.length - 1] + " is a closed campaign, which takes nothing new; reopen it first.", path);
		}
		return campaign;
	}

	/**
	 * The campaign that a subscription listens to.
	 * @throws Refused BAD_USER_INPUT where there is none that the viewer may see
	 */
	public Campaign listenTo(Viewer viewer, NodeId campaignId) {
		UUID uuid = campaignId.of(Campaign.PREFIX);
		Campaign campaign = nodes(viewer, List.of(uuid)).get(uuid);
		if (campaign == null) {
			throw new Refused(ErrorCode.BAD_USER_INPUT, "campaignId is not the id of a campaign.");
		}
		return campaign;
	}

	/**
	 * The rows whose campaign the viewer may see: those of the campaigns that a person
	 * works on or that a partner group was shown; for auditors and administrators, all.
	 * What of a campaign's rows they see is each feature's own question.
	 */
	public static Condition visibleTo(Viewer viewer, Field<UUID> campaignId) {
		return CampaignRepository.visibleTo(viewer, campaignId);
	}

	/**
	 * The rows about a body in a campaign that people see: staff all of the campaigns
	 * they work on, coordinators those of their bodies, auditors all. For partner groups
	 * and administrators, none: what else they see, each feature adds.
	 */
	public static Condition workedOnBy(Viewer viewer, Field<UUID> campaignId, Field<UUID> bodyId) {
		return CampaignRepository.workedOnBy(viewer, campaignId, bodyId);
	}

	/**
	 * The campaign of each parent, for a batch mapping; absent where it is not visible.
	 */
	public <P> Map<P, Campaign> of(Viewer viewer, Collection<P> parents, Function<P, @Nullable UUID> id) {
		return Parents.each(parents, id, ids -> nodes(viewer, ids));
	}

	public Connection<Campaign> list(Viewer viewer, PageRequest page, @Nullable CampaignFilter filter,
			@Nullable String search, @Nullable CampaignOrder order) {
		return this.transactions.read(viewer, () -> this.campaigns.list(viewer, page, filter, search, order));
	}

	/**
	 * Records a campaign; whoever does so works on it from then on.
	 * @throws Invalid where the input cannot stand
	 */
	public Campaign create(Viewer viewer, CreateCampaign.Input input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createCampaign", input.idempotencyKey(), input,
					() -> this.campaigns.insert(viewer, input));
			return this.campaigns.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	public Campaign update(Viewer viewer, UpdateCampaign.Input input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			Campaign changed = input.onto(require(viewer, input.id(), "input", "id"));
			this.campaigns.update(viewer, changed, input.expectedVersion());
			return this.campaigns.find(viewer, List.of(changed.id())).get(changed.id());
		});
	}

	/**
	 * Ends a campaign, or takes it up again; nothing where it is so already.
	 */
	public Campaign turn(Viewer viewer, CloseCampaign.Input input, CampaignStatus status) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			Campaign campaign = require(viewer, input.id(), "input", "id");
			if (campaign.status() != status) {
				this.campaigns.turn(viewer, campaign.id(), status, input.expectedVersion());
			}
			return this.campaigns.find(viewer, List.of(campaign.id())).get(campaign.id());
		});
	}

}
