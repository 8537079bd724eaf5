package org.solidarity.outreach.interaction;

import static org.solidarity.platform.jooq.Tables.CURRENT_INTERACTION;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.solidarity.campaign.Campaigns;
import org.solidarity.outreach.Subject;
import org.solidarity.outreach.Subjects;
import org.solidarity.outreach.callback.CallBacks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The contacts that the viewer may see, and the recording of them. */
@Service
class Interactions implements NodeSource {

	private final InteractionRepository interactions;

	private final Campaigns campaigns;

	private final Subjects subjects;

	private final CallBacks callBacks;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Interactions(InteractionRepository interactions, Campaigns campaigns, Subjects subjects, CallBacks callBacks,
			Transactions transactions, Idempotency idempotency, Clock clock) {
		this.interactions = interactions;
		this.campaigns = campaigns;
		this.subjects = subjects;
		this.callBacks = callBacks;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Interaction.PREFIX;
	}

	@Override
	public Map<UUID, Interaction> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.interactions.find(viewer, ids));
	}

	/** All versions of each, the first first. */
	Map<UUID, List<Interaction>> histories(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.interactions.histories(viewer, ids));
	}

	Connection<Interaction> list(Viewer viewer, PageRequest page, InteractionList list) {
		return this.transactions.read(viewer, () -> this.interactions.list(viewer, page, list));
	}

	Map<UUID, Connection<Interaction>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			InteractionList list) {
		return this.transactions.read(viewer,
				() -> this.interactions.of(viewer, CURRENT_INTERACTION.CAMPAIGN_ID, campaigns, page, list));
	}

	Map<UUID, Connection<Interaction>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page,
			InteractionList list) {
		return this.transactions.read(viewer,
				() -> this.interactions.of(viewer, CURRENT_INTERACTION.BODY_ID, bodies, page, list));
	}

	Map<UUID, Connection<Interaction>> ofMembers(Viewer viewer, Collection<UUID> members, PageRequest page,
			InteractionList list) {
		return this.transactions.read(viewer,
				() -> this.interactions.of(viewer, CURRENT_INTERACTION.PERSON_ID, members, page, list));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Interaction record(Viewer viewer, RecordInteraction.Input input) {
		viewer.require(Permission.RECORD_OUTREACH);
		var now = this.clock.instant();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "recordInteraction", input.idempotencyKey(), input, () -> {
				input.check(now);
				UUID campaign = this.campaigns.require(viewer, input.campaignId(), "input", "campaignId").id();
				Subject subject = this.subjects.find(viewer, input.bodyId(), input.memberId());
				UUID made = this.interactions.insert(viewer, campaign, subject, input.facts(now));
				this.callBacks.follow(viewer, null, known(viewer, made).contact());
				return made;
			});
			return known(viewer, id);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where another version came first
	 */
	Interaction correct(Viewer viewer, CorrectInteraction.Input input) {
		viewer.require(Permission.RECORD_OUTREACH);
		input.check();
		return this.transactions.write(viewer, () -> {
			Interaction before = require(viewer, input.id(), input.expectedVersion());
			InteractionFacts facts = input.onto(before.facts());
			facts.check(this.clock.instant());
			return next(viewer, before, facts, false, input.correctionReason());
		});
	}

	/**
	 * @throws Invalid MOVE_NOT_ALLOWED where it was retracted before
	 * @throws Refused CONFLICT where another version came first
	 */
	Interaction retract(Viewer viewer, CorrectInteraction.Retraction input) {
		viewer.require(Permission.RECORD_OUTREACH);
		input.check();
		return this.transactions.write(viewer, () -> {
			Interaction before = require(viewer, input.id(), input.expectedVersion());
			if (before.retracted()) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
						"The interaction was retracted before; correctInteraction makes it stand again.", "input",
						"id");
			}
			return next(viewer, before, before.facts(), true, input.correctionReason());
		});
	}

	private Interaction next(Viewer viewer, Interaction before, InteractionFacts facts, boolean retracted,
			String reason) {
		if (!this.interactions.insert(viewer, before, facts, retracted, reason)) {
			throw Refused.conflict(known(viewer, before.id()).version());
		}
		Interaction after = known(viewer, before.id());
		this.callBacks.follow(viewer, before.contact(), after.contact());
		return after;
	}

	private Interaction require(Viewer viewer, NodeId id, int expectedVersion) {
		UUID uuid = id.of(Interaction.PREFIX);
		Interaction interaction = this.interactions.find(viewer, List.of(uuid)).get(uuid);
		if (interaction == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of an interaction.", "input", "id");
		}
		if (interaction.version() != expectedVersion) {
			throw Refused.conflict(interaction.version());
		}
		return interaction;
	}

	private Interaction known(Viewer viewer, UUID id) {
		return Objects.requireNonNull(this.interactions.find(viewer, List.of(id)).get(id));
	}

}
