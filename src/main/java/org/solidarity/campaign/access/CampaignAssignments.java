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

/** Who works on which campaign, as far as the viewer may know. */
@Service
class CampaignAssignments implements NodeSource {

	private final AssignmentRepository assignments;

	private final Transactions transactions;

	CampaignAssignments(AssignmentRepository assignments, Transactions transactions) {
		this.assignments = assignments;
		this.transactions = transactions;
	}

	@Override
	public String prefix() {
		return CampaignAssignment.PREFIX;
	}

	@Override
	public Map<UUID, CampaignAssignment> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.assignments.find(viewer, ids));
	}

	/** A page of what holds, of each of the campaigns or accounts, oldest first. */
	Map<UUID, Connection<CampaignAssignment>> of(Viewer viewer, TableField<?, UUID> parent, Collection<UUID> ids,
			PageRequest page) {
		return this.transactions.read(viewer, () -> this.assignments.of(viewer, parent, ids, page));
	}

}
