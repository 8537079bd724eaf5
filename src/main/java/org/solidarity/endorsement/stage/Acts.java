package org.solidarity.endorsement.stage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.meeting.Meetings;
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
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.stereotype.Service;

/** What happened to proceedings, and the recording of it. */
@Service
public class Acts implements NodeSource {

	/** Events of one proceeding. */
	private static final int MAXIMUM = 200;

	private final StageRepository events;

	private final Proceedings proceedings;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Meetings meetings;

	private final Resolutions resolutions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Acts(StageRepository events, Proceedings proceedings, Campaigns campaigns, Bodies bodies, Meetings meetings,
			Resolutions resolutions, Transactions transactions, Idempotency idempotency, Clock clock) {
		this.events = events;
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.meetings = meetings;
		this.resolutions = resolutions;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return StageEvent.PREFIX;
	}

	@Override
	public Map<UUID, StageEvent> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.events.find(viewer, ids));
	}

	Map<UUID, List<StageEvent>> timelines(Viewer viewer, Collection<UUID> proceedings) {
		return this.transactions.read(viewer, () -> this.events.timelines(viewer, proceedings));
	}

	List<Combination> combinations(Viewer viewer, Collection<UUID> proceedings) {
		return this.transactions.read(viewer, () -> this.events.combinations(viewer, proceedings));
	}

	Map<UUID, Stage> stagesAt(Viewer viewer, Collection<UUID> proceedings, Moment moment) {
		return this.transactions.read(viewer, () -> this.events.stagesAt(viewer, proceedings, moment.asOf(),
				moment.knownAt(this.clock), this.clock.instant()));
	}

	/**
	 * Moves a proceeding to a stage.
	 * @throws Invalid MOVE_NOT_ALLOWED with the moves that are, or what the stage needs
	 */
	Act.Payload record(Viewer viewer, Stage stage, Act.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "record " + stage, input.idempotencyKey(), input, () -> {
				Proceeding proceeding = this.proceedings.lock(viewer, input.proceedingId(), input.expectedVersion(),
						"input", "proceedingId");
				Moves.check(proceeding.stage(), stage, "input", "proceedingId");
				StageFacts facts = facts(viewer, proceeding, stage, input);
				check(viewer, proceeding, stage, facts, null);
				return this.events.insert(viewer, proceeding.id(), stage, facts, null, null, false);
			});
			return payload(viewer, id);
		});
	}

	/**
	 * Says another word about something that happened; the earlier one stays visible.
	 * @throws Invalid MOVE_NOT_ALLOWED where the history would then hold a move that is
	 * not allowed
	 */
	Act.Payload correct(Viewer viewer, CorrectStageEvent.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		new Checks().text(input.correctionReason(), 5000, "input", "correctionReason").done();
		return new Violations()
			.of("stage_event_is_an_allowed_move", UserError.Code.MOVE_NOT_ALLOWED,
					"The history would then hold a move that is not allowed; correct what follows it first.", "input",
					"eventId")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID id = this.idempotency.once(viewer, "correctStageEvent", input.idempotencyKey(), input, () -> {
					StageEvent old = require(viewer, input.eventId());
					Proceeding proceeding = this.proceedings.lock(viewer,
							new NodeId(Proceeding.PREFIX, old.proceedingId()), input.expectedVersion(), "input",
							"eventId");
					Stage stage = input.stage() != null ? input.stage() : old.stage();
					StageFacts facts = input.onto(old, references(viewer, proceeding));
					check(viewer, proceeding, stage, facts, old);
					return this.events.insert(viewer, proceeding.id(), stage, facts, old, input.correctionReason(),
							input.retract());
				});
				return payload(viewer, id);
			}));
	}

	private StageFacts facts(Viewer viewer, Proceeding proceeding, Stage stage, Act.Input input) {
		var references = references(viewer, proceeding);
		UUID text = references.text(input.adoptedTextId());
		if (stage == Stage.ADOPTED && text == null && proceeding.resolutionId() != null) {
			text = this.resolutions.nodes(viewer, List.of(proceeding.resolutionId()))
				.get(proceeding.resolutionId())
				.latest()
				.id();
		}
		Act.Event event = input.event();
		return new StageFacts(event.happenedOn(), event.precisely(), event.effectiveOn(), event.reason(),
				event.evidence(), event.sourceName(), event.sourceUrl(), input.decisionBody(), input.committee(),
				input.recommendation(), references.meeting(input.meetingId()), text,
				references.body(input.overriddenById()), references.proceeding(input.combinedIntoId()),
				input.referredTo());
	}

	private void check(Viewer viewer, Proceeding proceeding, Stage stage, StageFacts facts, @Nullable StageEvent old) {
		LocalDate today = this.campaigns.nodes(viewer, List.of(proceeding.campaignId()))
			.get(proceeding.campaignId())
			.today(this.clock);
		var checks = Needs.check(stage, facts, today);
		checks.that(stage != Stage.CONTACTED || this.proceedings.isOfATarget(proceeding), UserError.Code.INVALID,
				"The body is not a target of the campaign; ask it by addTarget first.", "input", "proceedingId");
		UUID into = facts.combinedInto();
		checks.that(
				stage != Stage.COMBINED || into == null
						|| this.events.othersCombinedInto(into, proceeding.id()) < Combination.MAXIMUM,
				UserError.Code.OUT_OF_RANGE,
				"At most " + Combination.MAXIMUM + " proceedings can be made one with the same one.", "input",
				"combinedIntoId");
		checks.that(this.events.count(proceeding.id()) < MAXIMUM, UserError.Code.OUT_OF_RANGE,
				"A proceeding has at most " + MAXIMUM + " events; open another one.", "input", "proceedingId");
		LocalDate latest = facts.latest();
		if (latest != null && old == null) {
			this.events.lastDay(proceeding.id())
				.ifPresent(
						before -> checks
							.that(!latest.isBefore(before), UserError.Code.OUT_OF_RANGE,
									"happenedOn lies before the last thing that happened, on " + before
											+ "; correct that first where it is wrong.",
									"input", "event", "happenedOn"));
		}
		checks.done();
	}

	private StageReferences references(Viewer viewer, Proceeding proceeding) {
		return new StageReferences(viewer, proceeding, this.meetings, this.bodies, this.proceedings, this.resolutions);
	}

	private Act.Payload payload(Viewer viewer, UUID id) {
		StageEvent event = this.events.find(viewer, List.of(id)).get(id);
		UUID proceeding = event.proceedingId();
		return new Act.Payload(this.proceedings.nodes(viewer, List.of(proceeding)).get(proceeding), event);
	}

	private StageEvent require(Viewer viewer, NodeId id) {
		UUID uuid = id.of(StageEvent.PREFIX);
		StageEvent event = this.events.find(viewer, List.of(uuid)).get(uuid);
		if (event == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "eventId is not the id of a stage event.", "input", "eventId");
		}
		return event;
	}

}
