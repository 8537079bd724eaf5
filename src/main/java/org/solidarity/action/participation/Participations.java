package org.solidarity.action.participation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.shift.Shift;
import org.solidarity.action.shift.Shifts;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
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
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.RsvpStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/**
 * Who takes part in actions, as far as the viewer may see it, and what they answer
 * before.
 */
@Service
class Participations implements NodeSource {

	private static final int MOST_TOLD = 100;

	private final ParticipationRepository participations;

	private final Actions actions;

	private final Shifts shifts;

	private final Members members;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Participations(ParticipationRepository participations, Actions actions, Shifts shifts, Members members,
			Transactions transactions, Idempotency idempotency, Clock clock) {
		this.participations = participations;
		this.actions = actions;
		this.shifts = shifts;
		this.members = members;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Participation.PREFIX;
	}

	@Override
	public Map<UUID, Participation> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.participations.find(viewer, ids));
	}

	/**
	 * For each action a page of who takes part, in the order in which it was recorded.
	 */
	Map<UUID, Connection<Participation>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.transactions.read(viewer, () -> this.participations.of(viewer, actions, page));
	}

	/**
	 * Records an answer; who accepts where no seat is free, waits for one.
	 * @throws Invalid where the input cannot stand, or the member has answered already
	 */
	Participation rsvp(Viewer viewer, Rsvp.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action action = takingPlace(this.actions.lock(viewer, input.actionId(), "input", "actionId"));
			Who who = who(viewer, input.memberId(), input.onBehalfOfId());
			Shift shift = shift(viewer, action, input.shiftId());
			UUID id = this.idempotency.once(viewer, "rsvp", input.idempotencyKey(), input, () -> new Violations()
				.of("participation_is_recorded_once", UserError.Code.TAKEN,
						"The member has answered for this action and shift already; change that answer.", "input",
						"memberId")
				.during(() -> this.participations.insert(viewer, action, who, shift,
						seated(action, shift, input.answer(), 1 + input.guestsOrNone(), null), input.guestsOrNone())));
			return require(viewer, new NodeId(Participation.PREFIX, id), "input", "id");
		});
	}

	/**
	 * Records another answer, and gives seats that become free to those who wait.
	 * @throws Invalid where the input cannot stand, or more seats are wanted than are
	 * free
	 * @throws Refused CONFLICT where another change came first
	 */
	ChangeRsvp.Payload change(Viewer viewer, ChangeRsvp.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID of = require(viewer, input.id(), "input", "id").actionId();
			Action action = takingPlace(this.actions.lock(viewer, new NodeId(Action.PREFIX, of), "input", "id"));
			Participation before = unchanged(require(viewer, input.id(), "input", "id"), input.expectedVersion());
			Shift shift = shift(viewer, action,
					input.shiftId().isOmitted() ? shiftOf(before) : input.shiftId().value());
			int guests = input.guests() != null ? input.guests() : before.guests();
			RsvpStatus after = seated(action, shift, input.wanted(before), 1 + guests, before);
			if (before.rsvp() == RsvpStatus.ACCEPTED && after == RsvpStatus.WAITLISTED) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
						"There are not so many seats free; nothing was changed.", "input", "id");
			}
			new Violations()
				.of("participation_is_recorded_once", UserError.Code.TAKEN,
						"The member has answered for this shift already.", "input", "shiftId")
				.during(() -> this.participations.answer(viewer, before, shift, after, guests));
			List<UUID> promoted = this.participations.promoteWaiting(action.id());
			var visible = this.participations.find(viewer, promoted);
			return new ChangeRsvp.Payload(require(viewer, input.id(), "input", "id"),
					promoted.stream().map(visible::get).filter(Objects::nonNull).limit(MOST_TOLD).toList(),
					promoted.size());
		});
	}

	/**
	 * Records that someone who accepted said so again; again changes nothing.
	 * @throws Invalid where the answer is another
	 * @throws Refused CONFLICT where another change came first
	 */
	Participation reconfirm(Viewer viewer, Reconfirm.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		return this.transactions.write(viewer, () -> {
			Participation before = require(viewer, input.id(), "input", "id");
			if (before.reconfirmedAt() != null) {
				return before;
			}
			unchanged(before, input.expectedVersion());
			takingPlace(this.actions.require(viewer, new NodeId(Action.PREFIX, before.actionId()), "input", "id"));
			if (before.rsvp() != RsvpStatus.ACCEPTED) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
						"The answer is " + before.rsvp() + "; only ACCEPTED can be confirmed again.", "input", "id");
			}
			if (!this.participations.reconfirm(viewer, before, this.clock.instant())) {
				throw conflict(require(viewer, input.id(), "input", "id"));
			}
			return require(viewer, input.id(), "input", "id");
		});
	}

	Participation require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Participation.PREFIX);
		Participation participation = nodes(viewer, List.of(uuid)).get(uuid);
		if (participation == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a participation.",
					path);
		}
		return participation;
	}

	/**
	 * Who it is that takes part: a member, or someone without a name on behalf of a body.
	 */
	Who who(Viewer viewer, @Nullable NodeId member, @Nullable NodeId onBehalfOf) {
		UUID body = onBehalfOf == null ? null
				: this.actions.requireOwn(viewer, onBehalfOf, "input", "onBehalfOfId").id();
		if (member != null) {
			Member person = this.members.require(viewer, member, "input", "memberId");
			return new Who(person.controllerId(), person.id(), body != null ? body : person.controllerId());
		}
		if (body == null) {
			throw new Invalid(UserError.Code.REQUIRED, "onBehalfOfId is absent; give it, or memberId.", "input",
					"onBehalfOfId");
		}
		return new Who(body, null, body);
	}

	@Nullable Shift shift(Viewer viewer, Action action, @Nullable NodeId shift) {
		return shift == null ? null : this.shifts.require(viewer, action, shift, "input", "shiftId");
	}

	static Action takingPlace(Action action) {
		if (action.status() == ActionStatus.CANCELLED) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The action was cancelled.", "input", "actionId");
		}
		return action;
	}

	/**
	 * The answer, or the waiting list where it needs more seats than are free; the action
	 * is locked.
	 */
	private RsvpStatus seated(Action action, @Nullable Shift shift, RsvpStatus wanted, int seats,
			@Nullable Participation before) {
		if (wanted != RsvpStatus.ACCEPTED) {
			return wanted;
		}
		int own = before == null ? 0 : before.seats();
		boolean fits = action.capacity() == null
				|| this.participations.seatsTaken(action.id(), null) - own + seats <= action.capacity();
		if (fits && shift != null && shift.capacity() != null) {
			int there = before != null && shift.id().equals(before.shiftId()) ? own : 0;
			fits = this.participations.seatsTaken(action.id(), shift.id()) - there + seats <= shift.capacity();
		}
		return fits ? RsvpStatus.ACCEPTED : RsvpStatus.WAITLISTED;
	}

	private static @Nullable NodeId shiftOf(Participation participation) {
		return participation.shiftId() == null ? null : new NodeId(Shift.PREFIX, participation.shiftId());
	}

	/**
	 * @throws Refused CONFLICT where another change came first
	 */
	static Participation unchanged(Participation participation, int expectedVersion) {
		if (participation.version() != expectedVersion) {
			throw conflict(participation);
		}
		return participation;
	}

	private static Refused conflict(Participation now) {
		return new Refused(ErrorCode.CONFLICT,
				"The participation was changed meanwhile: it is at version " + now.version() + ". Read it again.",
				Map.of("currentVersion", now.version()));
	}

}
