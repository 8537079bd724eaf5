package org.solidarity.member.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** Where the members whom the viewer may see stand in the campaigns that it may see. */
@Service
class Assessments implements NodeSource {

	private final AssessmentRepository assessments;

	private final Members members;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Assessments(AssessmentRepository assessments, Members members, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency) {
		this.assessments = assessments;
		this.members = members;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Assessment.PREFIX;
	}

	@Override
	public Map<UUID, Assessment> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.assessments.find(viewer, ids));
	}

	/** For each person a page of its assessments, the latest first. */
	Map<UUID, Connection<Assessment>> of(Viewer viewer, Collection<UUID> persons, PageRequest page,
			@Nullable NodeId campaign) {
		return this.transactions.read(viewer, () -> this.assessments.of(viewer, persons, page,
				campaign == null ? null : campaign.of(Campaign.PREFIX)));
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	AssessMember.Payload assess(Viewer viewer, AssessMember.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Member member = this.members.require(viewer, input.memberId(), "input", "memberId");
			Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
			UUID id = this.idempotency.once(viewer, "assessMember", input.idempotencyKey(), input,
					() -> this.assessments.insert(viewer, member, campaign, input));
			return new AssessMember.Payload(nodes(viewer, List.of(id)).get(id), member);
		});
	}

}
