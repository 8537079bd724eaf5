package org.solidarity.action.participation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.shift.Shift;
import org.solidarity.organization.Body;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.RsvpStatus;
import org.springframework.stereotype.Service;

/**
 * The recording of who is there, by devices that may send the same twice, late, and out
 * of order. Check-ins at an action are recorded one after the other, under its lock.
 */
@Service
public class CheckIns {

	private final ParticipationRepository rows;

	private final AttendanceRepository attendance;

	private final Participations participations;

	private final Actions actions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	CheckIns(ParticipationRepository rows, AttendanceRepository attendance, Participations participations,
			Actions actions, Transactions transactions, Idempotency idempotency, Clock clock) {
		this.rows = rows;
		this.attendance = attendance;
		this.participations = participations;
		this.actions = actions;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	/** Of each participation what was recorded, the first first. */
	Map<UUID, List<Attendance>> attendance(Viewer viewer, Collection<UUID> participations) {
		return this.transactions.read(viewer, () -> this.attendance.of(viewer, participations));
	}

	/**
	 * Records that someone is there. The same nonce again changes nothing, not even when
	 * the check-in was undone meanwhile; another nonce for a person who is there already
	 * makes nobody come twice.
	 * @throws Invalid where the input cannot stand, or the nonce was used for someone
	 * else
	 */
	Participation checkIn(Viewer viewer, CheckIn.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		return checkIn(viewer, input, null);
	}

	/**
	 * Records by a code, whose right to was looked at, that someone is there.
	 * @param participation whom; null for someone without one, on behalf of the host
	 * @throws Invalid as {@link #checkIn}
	 */
	public void byCode(UUID code, Action action, @Nullable NodeId participation, String nonce, @Nullable Integer guests,
			Instant at) {
		checkIn(Viewer.SYSTEM,
				new CheckIn.Input(new NodeId(Action.PREFIX, action.id()), nonce, participation, null,
						participation == null ? new NodeId(Body.PREFIX, action.hostId()) : null, null, guests, at),
				code);
	}

	private Participation checkIn(Viewer viewer, CheckIn.Input input, @Nullable UUID code) {
		Instant now = this.clock.instant();
		input.check(now);
		Instant at = input.at() != null && input.at().isBefore(now) ? input.at() : now;
		return this.transactions.write(viewer, () -> {
			Action action = Participations
				.takingPlace(this.actions.lock(viewer, input.actionId(), "input", "actionId"));
			UUID used = this.attendance.byNonce(viewer, action.id(), input.nonce());
			Participation there = input.participationId() != null ? expected(viewer, action, input)
					: anyone(viewer, action, input, used);
			if (used == null) {
				new Violations()
					.of("attendance_nonce_is_used_once", UserError.Code.TAKEN,
							"nonce was used for someone else; make a new one.", "input", "nonce")
					.during(() -> {
						this.attendance.insertCheckIn(viewer, there, at, input.nonce(), code);
						return there;
					});
				this.rows.attend(viewer, there, input.guests(), at);
			}
			else if (!used.equals(there.id())) {
				throw used();
			}
			return this.participations.nodes(viewer, List.of(there.id())).get(there.id());
		});
	}

	private Participation expected(Viewer viewer, Action action, CheckIn.Input input) {
		Participation expected = this.participations.require(viewer, input.participationId(), "input",
				"participationId");
		if (!expected.actionId().equals(action.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"participationId is not the id of a participation in the action.", "input", "participationId");
		}
		return expected;
	}

	/**
	 * The one that the nonce made; of a person the one of the shift, or any where no
	 * shift is told; otherwise a new one.
	 */
	private Participation anyone(Viewer viewer, Action action, CheckIn.Input input, @Nullable UUID used) {
		Who who = this.participations.who(viewer, input.memberId(), input.onBehalfOfId());
		Shift shift = this.participations.shift(viewer, action, input.shiftId());
		if (used != null) {
			Participation made = Objects.requireNonNull(this.rows.find(viewer, List.of(used)).get(used));
			if (!who.bodyId().equals(made.bodyId()) || !Objects.equals(who.personId(), made.personId())) {
				throw used();
			}
			return made;
		}
		Participation known = who.personId() == null ? null : this.rows.ofPerson(viewer, action.id(), who, shift);
		if (known != null) {
			return known;
		}
		UUID id = this.rows.insert(viewer, action, who, shift, RsvpStatus.NEEDS_ACTION, 0);
		return Objects.requireNonNull(this.rows.find(viewer, List.of(id)).get(id));
	}

	/**
	 * Records that a check-in was wrong. What was recorded stays, and counts no more.
	 * @throws Invalid where nobody was checked in
	 * @throws org.solidarity.platform.Refused CONFLICT where another change came first
	 */
	Participation undo(Viewer viewer, UndoCheckIn.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID action = this.participations.require(viewer, input.id(), "input", "id").actionId();
			this.idempotency.once(viewer, "undoCheckIn", input.idempotencyKey(), input, () -> {
				this.actions.lock(viewer, new NodeId(Action.PREFIX, action), "input", "id");
				Participation there = Participations
					.unchanged(this.participations.require(viewer, input.id(), "input", "id"), input.expectedVersion());
				if (there.outcome() != ParticipationOutcome.ATTENDED) {
					throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The participant is not checked in.", "input",
							"id");
				}
				this.rows.forgetAttendance(viewer, there);
				return this.attendance.insertUndoing(viewer, there, this.clock.instant(), input.reason());
			});
			return this.participations.require(viewer, input.id(), "input", "id");
		});
	}

	/**
	 * Records that someone who was expected did not come.
	 * @throws Invalid where the person has come
	 * @throws org.solidarity.platform.Refused CONFLICT where another change came first
	 */
	Participation markNoShow(Viewer viewer, MarkNoShow.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		return this.transactions.write(viewer, () -> {
			UUID action = this.participations.require(viewer, input.id(), "input", "id").actionId();
			this.actions.lock(viewer, new NodeId(Action.PREFIX, action), "input", "id");
			Participation before = Participations
				.unchanged(this.participations.require(viewer, input.id(), "input", "id"), input.expectedVersion());
			if (before.outcome() == ParticipationOutcome.ATTENDED) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The participant was checked in.", "input", "id");
			}
			this.rows.markNoShow(viewer, before);
			this.attendance.insertAbsence(viewer, before, this.clock.instant());
			return this.participations.require(viewer, input.id(), "input", "id");
		});
	}

	private static Invalid used() {
		return new Invalid(UserError.Code.TAKEN, "nonce was used for someone else; make a new one.", "input", "nonce");
	}

}
