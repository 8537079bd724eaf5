package org.solidarity.action.shift;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/** The shifts of the actions that the viewer may see. */
@Service
public class Shifts implements NodeSource {

	private static final int MOST = 100;

	private final ShiftRepository shifts;

	private final Actions actions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Shifts(ShiftRepository shifts, Actions actions, Transactions transactions, Idempotency idempotency) {
		this.shifts = shifts;
		this.actions = actions;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Shift.PREFIX;
	}

	@Override
	public Map<UUID, Shift> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.shifts.find(viewer, ids));
	}

	/**
	 * The shift of the action with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none
	 */
	public Shift require(Viewer viewer, Action action, NodeId id, String... path) {
		Shift shift = nodes(viewer, List.of(id.of(Shift.PREFIX))).get(id.of(Shift.PREFIX));
		if (shift == null || !shift.actionId().equals(action.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					path[path.length - 1] + " is not the id of a shift of the action.", path);
		}
		return shift;
	}

	/** Gives an action that repeats another its shifts, so many days later. */
	public void repeat(Viewer viewer, UUID source, UUID repetition, int days) {
		of(viewer, List.of(source)).getOrDefault(source, List.of())
			.forEach(shift -> this.shifts.insert(viewer, repetition, shift.name(), shift.date().plusDays(days),
					shift.startTime(), shift.endTime(), shift.capacity()));
	}

	/** Of each action its shifts, the first one first. */
	Map<UUID, List<Shift>> of(Viewer viewer, Collection<UUID> actions) {
		return this.transactions.read(viewer, () -> this.shifts.of(viewer, actions));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	AddShift.Payload add(Viewer viewer, AddShift.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action action = this.actions.requireHosted(viewer, input.actionId(), "input", "actionId");
			UUID id = this.idempotency.once(viewer, "addShift", input.idempotencyKey(), input, () -> {
				this.actions.lock(viewer, input.actionId(), "input", "actionId");
				if (of(viewer, List.of(action.id())).getOrDefault(action.id(), List.of()).size() >= MOST) {
					throw new Invalid(UserError.Code.OUT_OF_RANGE, "action has " + MOST + " shifts, which is the most.",
							"input", "actionId");
				}
				return this.shifts.insert(viewer, action.id(), input.name(), input.date(), input.startTime(),
						input.endTime(), input.capacity());
			});
			return new AddShift.Payload(nodes(viewer, List.of(id)).get(id), action);
		});
	}

}
