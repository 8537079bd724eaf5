package org.solidarity.action.participation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.shift.Shift;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.springframework.stereotype.Service;

/**
 * The recording of who is there, by devices that may send the same twice, late, and out
 * of order.
 */
@Service
class CheckIns {

	private final ParticipationRepository rows;

	private final Participations participations;

	private final Actions actions;

	private final Transactions transactions;

	private final Clock clock;

	CheckIns(ParticipationRepository rows, Participations participations, Actions actions, Transactions transactions,
			Clock clock) {
		this.rows = rows;
		this.participations = participations;
		this.actions = actions;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Records that someone is there. The same nonce again changes nothing, and neither
	 * does another nonce for a person who is there already.
	 * @throws Invalid where the input cannot stand, or the nonce was used for someone
	 * else
	 */
	Participation checkIn(Viewer viewer, CheckIn.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		Instant now = this.clock.instant();
		input.check(now);
		Instant at = input.at() != null && input.at().isBefore(now) ? input.at() : now;
		return this.transactions.write(viewer, () -> {
			Action action = Participations
				.takingPlace(this.actions.require(viewer, input.actionId(), "input", "actionId"));
			return input.participationId() != null ? expected(viewer, action, input, at)
					: anyone(viewer, action, input, at);
		});
	}

	private Participation expected(Viewer viewer, Action action, CheckIn.Input input, Instant at) {
		Participation expected = this.participations.require(viewer, input.participationId(), "input",
				"participationId");
		if (!expected.actionId().equals(action.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"participationId is not the id of a participation in the action.", "input", "participationId");
		}
		return attended(viewer, expected, input, at);
	}

	private Participation anyone(Viewer viewer, Action action, CheckIn.Input input, Instant at) {
		Who who = this.participations.who(viewer, input.memberId(), input.onBehalfOfId());
		Shift shift = this.participations.shift(viewer, action, input.shiftId());
		Participation there = find(viewer, action, who, shift, input.nonce());
		if (there == null && this.rows.insertAttended(viewer, action, who, shift, input, at)) {
			return find(viewer, action, who, shift, input.nonce());
		}
		if (there == null) {
			there = find(viewer, action, who, shift, input.nonce());
		}
		if (there == null) {
			throw used();
		}
		return attended(viewer, there, input, at);
	}

	/**
	 * The one that the nonce made, of someone without a name; of a person the one of the
	 * shift, or any where no shift is told.
	 */
	private @Nullable Participation find(Viewer viewer, Action action, Who who, @Nullable Shift shift, String nonce) {
		Participation made = this.rows.byNonce(viewer, action.id(), nonce);
		if (made != null) {
			boolean same = who.bodyId().equals(made.bodyId())
					&& java.util.Objects.equals(who.personId(), made.personId());
			if (!same) {
				throw used();
			}
			return made;
		}
		return who.personId() == null ? null : this.rows.ofPerson(viewer, action.id(), who, shift);
	}

	private Participation attended(Viewer viewer, Participation there, CheckIn.Input input, Instant at) {
		if (there.outcome() != ParticipationOutcome.ATTENDED) {
			new Violations()
				.of("participation_nonce_is_used_once", UserError.Code.TAKEN,
						"nonce was used for someone else; make a new one.", "input", "nonce")
				.during(() -> this.rows.attend(viewer, there, input, at));
		}
		return this.participations.nodes(viewer, List.of(there.id())).get(there.id());
	}

	private static Invalid used() {
		return new Invalid(UserError.Code.TAKEN, "nonce was used for someone else; make a new one.", "input", "nonce");
	}

}
