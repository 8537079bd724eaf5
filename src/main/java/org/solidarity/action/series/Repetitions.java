package org.solidarity.action.series;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.setting.Schedule;
import org.solidarity.action.shift.Shifts;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.springframework.stereotype.Service;

/** Actions that are planned again at the same time of the week. */
@Service
class Repetitions {

	private static final int WEEK = 7;

	private final RepetitionRepository repetitions;

	private final Actions actions;

	private final Shifts shifts;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Repetitions(RepetitionRepository repetitions, Actions actions, Shifts shifts, Campaigns campaigns,
			Transactions transactions, Idempotency idempotency) {
		this.repetitions = repetitions;
		this.actions = actions;
		this.shifts = shifts;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	/**
	 * Records the action again, as often as asked, each with the co-sponsors and shifts
	 * that the action has now; by start.
	 * @throws Invalid where the input cannot stand, or the clocks leave the time out on
	 * one of the days
	 */
	List<Action> repeat(Viewer viewer, RepeatAction.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action source = this.actions.requireHosted(viewer, input.id(), "input", "id");
			UUID first = this.idempotency.once(viewer, "repeatAction", input.idempotencyKey(), input,
					() -> make(viewer, source, input));
			List<UUID> made = this.repetitions.madeWith(viewer, first);
			var found = this.actions.nodes(viewer, made);
			return made.stream().map(found::get).toList();
		});
	}

	private UUID make(Viewer viewer, Action source, RepeatAction.Input input) {
		this.campaigns.requireOpen(viewer, new NodeId(Campaign.PREFIX, source.campaignId()), "input", "id");
		if (source.status() == ActionStatus.CANCELLED) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The action was cancelled.", "input", "id");
		}
		List<UUID> made = new ArrayList<>();
		for (int i = 1; i <= input.times(); i++) {
			int days = i * input.everyWeeks() * WEEK;
			UUID repetition = this.actions.repeat(viewer, source, checked(source.schedule().plusDays(days)));
			this.shifts.repeat(viewer, source.id(), repetition, days);
			made.add(repetition);
		}
		return made.getFirst();
	}

	private static Schedule checked(Schedule schedule) {
		var checks = new Checks();
		schedule.check(checks);
		try {
			checks.done();
		}
		catch (Invalid fault) {
			throw new Invalid(UserError.Code.INVALID, "On " + schedule.startDate()
					+ " this cannot be: the clocks leave the time out on that day, or it lies after 2200-01-01.",
					"input", "times");
		}
		return schedule;
	}

}
