package org.solidarity.pledge;

import static org.solidarity.platform.jooq.Tables.PLEDGE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
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
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The pledges that the viewer may see one by one, and the recording of them. */
@Service
public class Pledges implements NodeSource {

	private static final Violations VIOLATIONS = new Violations()
		.of("pledge_counts_toward_one_of_its_kind", UserError.Code.INVALID,
				"countsTowardId is a pledge of another campaign or unit; allowed is one of the same campaign and unit.",
				"input", "countsTowardId")
		.of("pledge_counts_toward_at_most_10_others", UserError.Code.OUT_OF_RANGE,
				"countsTowardId is a pledge that counts toward another one, and so on, 10 times already; allowed is one that does so at most 9 times.",
				"input", "countsTowardId")
		.of("pledge_action_fkey", UserError.Code.NOT_FOUND, "actionId is not the id of an action of the campaign.",
				"input", "actionId")
		.of("pledge_of_turnout_is_recorded_once", UserError.Code.TAKEN,
				"The body has a pledge of turnout for this action already; amend that one.", "input", "actionId");

	private final PledgeRepository pledges;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Members members;

	private final Proceedings proceedings;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Pledges(PledgeRepository pledges, Campaigns campaigns, Bodies bodies, Members members, Proceedings proceedings,
			Transactions transactions, Idempotency idempotency, Clock clock) {
		this.pledges = pledges;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.members = members;
		this.proceedings = proceedings;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Pledge.PREFIX;
	}

	@Override
	public Map<UUID, Pledge> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.pledges.find(viewer, ids));
	}

	/**
	 * The pledge with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	public Pledge require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Pledge.PREFIX);
		Pledge pledge = nodes(viewer, List.of(uuid)).get(uuid);
		if (pledge == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a pledge.", path);
		}
		return pledge;
	}

	Map<UUID, Connection<Pledge>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			@Nullable PledgeFilter filter, @Nullable PledgeOrder order) {
		return this.transactions.read(viewer,
				() -> this.pledges.list(viewer, PLEDGE.CAMPAIGN_ID, campaigns, page, filter, order));
	}

	Map<UUID, Connection<Pledge>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page,
			@Nullable PledgeFilter filter, @Nullable PledgeOrder order) {
		return this.transactions.read(viewer,
				() -> this.pledges.list(viewer, PLEDGE.BODY_ID, bodies, page, filter, order));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	public Pledge record(Viewer viewer, RecordPledge.Input input) {
		viewer.require(Permission.RECORD_PLEDGES);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "recordPledge", input.idempotencyKey(), input,
					() -> VIOLATIONS.during(() -> insert(viewer, input)));
			return Objects.requireNonNull(nodes(viewer, List.of(id)).get(id));
		});
	}

	private UUID insert(Viewer viewer, RecordPledge.Input input) {
		Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
		Body body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
		if (!this.pledges.maySpeakFor(viewer, body.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"bodyId is not a body that you may record pledges for; allowed are those granted to you.", "input",
					"bodyId");
		}
		if (input.memberId() != null && !this.members.require(viewer, input.memberId(), "input", "memberId")
			.controllerId()
			.equals(body.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND, "memberId is not the id of a member known to the body.",
					"input", "memberId");
		}
		if (input.countsTowardId() != null) {
			require(viewer, input.countsTowardId(), "input", "countsTowardId");
		}
		requireVote(viewer, input.authorizingProceedingId(), campaign.id());
		LocalDate today = campaign.today(this.clock);
		return this.pledges.insert(viewer, campaign.id(), body.id(),
				Objects.requireNonNullElse(input.pledgedOn(), today), input);
	}

	private void requireVote(Viewer viewer, @Nullable NodeId proceeding, UUID campaign) {
		if (proceeding != null && !this.proceedings.require(viewer, proceeding, "input", "authorizingProceedingId")
			.campaignId()
			.equals(campaign)) {
			throw new Invalid(UserError.Code.INVALID,
					"authorizingProceedingId is of another campaign; give one of the campaign of the pledge.", "input",
					"authorizingProceedingId");
		}
	}

	/**
	 * Corrects what stands beside the amount.
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where the pledge is at another version
	 */
	Pledge correct(Viewer viewer, CorrectPledge.Input input) {
		requireKeeper(viewer);
		input.check();
		return this.transactions.write(viewer, () -> {
			Pledge before = require(viewer, input.id(), "input", "id");
			requireVote(viewer, input.authorizingProceedingId().value(), before.campaignId());
			if (this.pledges.update(viewer, input.onto(before), input.expectedVersion()) == 0) {
				int version = require(viewer, input.id(), "input", "id").version();
				throw new Refused(ErrorCode.CONFLICT, "The pledge was changed meanwhile: it is at version " + version
						+ ", not " + input.expectedVersion() + ". Read it again.", Map.of("currentVersion", version));
			}
			return Objects.requireNonNull(nodes(viewer, List.of(before.id())).get(before.id()));
		});
	}

	/**
	 * The rows of these campaigns and bodies whose pledges the viewer may see one by one;
	 * a partner group, none of members.
	 */
	public static Condition visibleTo(Viewer viewer, Field<UUID> campaign, Field<UUID> body, Condition ofMember) {
		return PledgeRepository.visibleTo(viewer, campaign, body, ofMember);
	}

	/**
	 * Whoever keeps the books: may record more than the pledge itself, which is all that
	 * a partner submits.
	 * @throws Refused FORBIDDEN where the viewer may not
	 */
	public static void requireKeeper(Viewer viewer) {
		viewer.require(Permission.RECORD_PLEDGES);
		if (viewer.is(Role.PARTNER)) {
			throw new Refused(ErrorCode.FORBIDDEN,
					"A partner records pledges; what becomes of them, the campaign does.");
		}
	}

}
