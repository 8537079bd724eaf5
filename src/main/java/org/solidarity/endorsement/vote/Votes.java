package org.solidarity.endorsement.vote;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.springframework.stereotype.Service;

/** The votes of the proceedings that the viewer may see, and the recording of them. */
@Service
class Votes implements NodeSource {

	/** Votes of one proceeding. */
	private static final int MAXIMUM = 200;

	private final VoteRepository votes;

	private final Proceedings proceedings;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Votes(VoteRepository votes, Proceedings proceedings, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.votes = votes;
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Vote.PREFIX;
	}

	@Override
	public Map<UUID, Vote> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.votes.find(viewer, ids));
	}

	Map<UUID, List<Vote>> ofProceedings(Viewer viewer, Collection<UUID> proceedings) {
		return this.transactions.read(viewer, () -> this.votes.ofProceedings(viewer, proceedings));
	}

	/**
	 * Records a count; one that corrects another replaces it from then on.
	 * @throws Invalid TAKEN where the other was corrected already
	 */
	RecordVote.Payload record(Viewer viewer, RecordVote.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return new Violations()
			.of("vote_is_corrected_once", UserError.Code.TAKEN,
					"correctsId was corrected already; correct the newest count.", "input", "correctsId")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID id = this.idempotency.once(viewer, "recordVote", input.idempotencyKey(), input, () -> {
					Proceeding proceeding = this.proceedings.require(viewer, input.proceedingId(), "input",
							"proceedingId");
					int before = this.votes.ofProceedings(viewer, List.of(proceeding.id()))
						.getOrDefault(proceeding.id(), List.of())
						.size();
					new Checks()
						.that(before < MAXIMUM, UserError.Code.OUT_OF_RANGE,
								"A proceeding has at most " + MAXIMUM + " votes; open another one.", "input",
								"proceedingId")
						.done();
					input.vote()
						.check(this.campaigns.nodes(viewer, List.of(proceeding.campaignId()))
							.get(proceeding.campaignId())
							.today(this.clock));
					return this.votes.insert(viewer, proceeding.id(), corrected(viewer, proceeding, input),
							input.vote());
				});
				Vote vote = this.votes.find(viewer, List.of(id)).get(id);
				return new RecordVote.Payload(
						this.proceedings.nodes(viewer, List.of(vote.proceedingId())).get(vote.proceedingId()), vote);
			}));
	}

	private @Nullable UUID corrected(Viewer viewer, Proceeding proceeding, RecordVote.Input input) {
		NodeId id = input.correctsId();
		if (id == null) {
			return null;
		}
		UUID uuid = id.of(Vote.PREFIX);
		Vote vote = this.votes.find(viewer, List.of(uuid)).get(uuid);
		new Checks()
			.that(vote != null && vote.proceedingId().equals(proceeding.id()), UserError.Code.NOT_FOUND,
					"correctsId is not the id of a vote of the proceeding.", "input", "correctsId")
			.text(input.vote().reason(), 5000, "input", "vote", "reason")
			.done();
		return uuid;
	}

}
