package org.solidarity.campaign.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.TableField;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** What partner groups were shown of which campaign, as far as the viewer may know. */
@Service
class CampaignShares implements NodeSource {

	private final ShareRepository shares;

	private final Transactions transactions;

	CampaignShares(ShareRepository shares, Transactions transactions) {
		this.shares = shares;
		this.transactions = transactions;
	}

	@Override
	public String prefix() {
		return CampaignShare.PREFIX;
	}

	@Override
	public Map<UUID, CampaignShare> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.shares.find(viewer, ids));
	}

	/** A page of what holds, of each of the campaigns or groups, oldest first. */
	Map<UUID, Connection<CampaignShare>> of(Viewer viewer, TableField<?, UUID> parent, Collection<UUID> ids,
			PageRequest page) {
		return this.transactions.read(viewer, () -> this.shares.of(viewer, parent, ids, page));
	}

}
