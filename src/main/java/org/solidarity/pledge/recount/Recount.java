package org.solidarity.pledge.recount;

import java.util.List;
import java.util.UUID;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/**
 * Compares every kept number with the ledger. Each campaign is read from one snapshot, so
 * others may go on recording.
 */
@Service
class Recount {

	private static final int MOST = 100;

	private final RecountRepository numbers;

	private final Campaigns campaigns;

	private final Transactions transactions;

	Recount(RecountRepository numbers, Campaigns campaigns, Transactions transactions) {
		this.numbers = numbers;
		this.campaigns = campaigns;
		this.transactions = transactions;
	}

	/**
	 * @throws org.solidarity.platform.Invalid where there is no such campaign
	 */
	RecountPledges.Payload recount(Viewer viewer, RecountPledges.Input input) {
		viewer.require(Permission.RECOUNT);
		List<UUID> asked = input.campaignId() == null ? all()
				: List.of(this.campaigns.require(viewer, input.campaignId(), "input", "campaignId").id());
		List<Difference> found = asked.stream()
			.flatMap(campaign -> this.transactions.read(Viewer.SYSTEM, () -> this.numbers.differences(campaign))
				.stream())
			.toList();
		return new RecountPledges.Payload(asked.size(), found.size(), found.stream().limit(MOST).toList());
	}

	List<UUID> all() {
		return this.transactions.read(Viewer.SYSTEM, this.numbers::campaigns);
	}

	/** However long it takes. */
	List<Difference> differences(UUID campaign) {
		return this.transactions.read(Viewer.SYSTEM, () -> {
			this.numbers.takeTime();
			return this.numbers.differences(campaign);
		});
	}

}
