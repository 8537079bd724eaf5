package org.solidarity.endorsement.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.springframework.stereotype.Service;

/** The public lists of campaigns, as those see them who keep them. */
@Service
class EndorserLists implements NodeSource {

	private final EndorserListRepository lists;

	private final Campaigns campaigns;

	private final Transactions transactions;

	EndorserLists(EndorserListRepository lists, Campaigns campaigns, Transactions transactions) {
		this.lists = lists;
		this.campaigns = campaigns;
		this.transactions = transactions;
	}

	@Override
	public String prefix() {
		return EndorserList.PREFIX;
	}

	@Override
	public Map<UUID, EndorserList> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.lists.find(viewer, ids));
	}

	/** The list of each campaign that has one. */
	Map<UUID, EndorserList> ofCampaigns(Viewer viewer, Collection<UUID> campaigns) {
		return this.transactions.read(viewer, () -> this.lists.ofCampaigns(viewer, campaigns));
	}

	/**
	 * Lets anyone read who endorses the campaign. A list that there is already is opened
	 * again, and moved where its slug is another.
	 * @throws Invalid where the input cannot stand
	 */
	EndorserList publish(Viewer viewer, PublishEndorsers.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		return new Violations()
			.of("endorser_list_slug_is_of_one_list", UserError.Code.TAKEN,
					"slug is that of another campaign's list; choose another.", "input", "slug")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId").id();
				UUID id = this.lists.open(viewer, campaign, input);
				return nodes(viewer, List.of(id)).get(id);
			}));
	}

	/**
	 * Takes the list from the public at once.
	 * @throws Invalid NOT_FOUND where the viewer may see none with this id
	 * @throws Refused CONFLICT where it was changed meanwhile
	 */
	EndorserList close(Viewer viewer, PublishEndorsers.Close input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			EndorserList list = this.lists.lock(viewer, input.id().of(EndorserList.PREFIX))
				.orElseThrow(() -> new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a list of endorsers.",
						"input", "id"));
			if (list.version() != input.expectedVersion()) {
				throw new Refused(ErrorCode.CONFLICT,
						"The list was changed meanwhile: it is at version " + list.version() + ". Read it again.",
						Map.of("currentVersion", list.version()));
			}
			this.lists.close(list.id());
			return nodes(viewer, List.of(list.id())).get(list.id());
		});
	}

}
