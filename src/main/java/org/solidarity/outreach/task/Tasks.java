package org.solidarity.outreach.task;

import static org.solidarity.platform.jooq.Tables.TASK;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.organization.meeting.Meetings;
import org.solidarity.outreach.Subject;
import org.solidarity.outreach.Subjects;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TaskStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The tasks that the viewer may see, and what becomes of them. */
@Service
public class Tasks implements NodeSource {

	private final TaskRepository tasks;

	private final Campaigns campaigns;

	private final Subjects subjects;

	private final Meetings meetings;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Tasks(TaskRepository tasks, Campaigns campaigns, Subjects subjects, Meetings meetings, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.tasks = tasks;
		this.campaigns = campaigns;
		this.subjects = subjects;
		this.meetings = meetings;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Task.PREFIX;
	}

	@Override
	public Map<UUID, Task> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.tasks.find(now(viewer), TASK.ID, ids));
	}

	/** The task that calls back, by the interaction that asked for it. */
	public Map<UUID, Task> callBacks(Viewer viewer, Collection<UUID> interactions) {
		return this.transactions.read(viewer, () -> this.tasks.find(now(viewer), TASK.INTERACTION_ID, interactions));
	}

	Connection<Task> list(Viewer viewer, PageRequest page, TaskList list) {
		return this.transactions.read(viewer, () -> this.tasks.list(now(viewer), page, list));
	}

	Map<UUID, Connection<Task>> of(Viewer viewer, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			TaskList list) {
		return this.transactions.read(viewer, () -> this.tasks.of(now(viewer), parent, parents, page, list));
	}

	Map<UUID, TaskTotals> totals(Viewer viewer, Field<UUID> parent, Collection<UUID> parents) {
		return this.transactions.read(viewer, () -> this.tasks.totals(now(viewer), parent, parents));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Task create(Viewer viewer, CreateTask.Input input) {
		viewer.require(Permission.RECORD_OUTREACH);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createTask", input.idempotencyKey(), input, () -> {
				UUID campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId").id();
				Subject about = this.subjects.find(viewer, input.bodyId(), input.memberId());
				UUID meeting = input.meetingId() == null ? null
						: this.meetings.requireOf(viewer, about.bodyId(), input.meetingId());
				UUID assignee = assignee(viewer, campaign, about, input.assigneeId());
				return this.tasks.insert(viewer, campaign, about, meeting, assignee, input);
			});
			return known(viewer, id);
		});
	}

	/**
	 * @throws Invalid where the task is not open, or the account cannot take it
	 * @throws Refused CONFLICT where another change came first
	 */
	Task reassign(Viewer viewer, ChangeTask.Reassign input) {
		return change(viewer, input.id(), input.expectedVersion(), task -> {
			requireOpen(task);
			Map<Field<?>, @Nullable Object> values = new HashMap<>();
			values.put(TASK.ASSIGNEE_ID, assignee(viewer, task.campaignId(), task.about(), input.assigneeId()));
			return values;
		});
	}

	/**
	 * @throws Invalid where the task is not open, or the time cannot stand
	 * @throws Refused CONFLICT where another change came first
	 */
	Task reschedule(Viewer viewer, ChangeTask.Reschedule input) {
		input.check();
		return change(viewer, input.id(), input.expectedVersion(), task -> {
			requireOpen(task);
			Map<Field<?>, @Nullable Object> values = new HashMap<>();
			values.put(TASK.DUE_ON, input.dueOn());
			values.put(TASK.DUE_AT, input.dueAt());
			return values;
		});
	}

	/**
	 * @throws Invalid where the task is not open
	 * @throws Refused CONFLICT where another change came first
	 */
	Task complete(Viewer viewer, ChangeTask.Which input) {
		return change(viewer, input.id(), input.expectedVersion(), task -> {
			requireOpen(task);
			return TaskRepository.completed(viewer, this.clock.instant());
		});
	}

	/**
	 * @throws Invalid where the task is not open
	 * @throws Refused CONFLICT where another change came first
	 */
	Task cancel(Viewer viewer, ChangeTask.Cancel input) {
		input.check();
		return change(viewer, input.id(), input.expectedVersion(), task -> {
			requireOpen(task);
			return TaskRepository.cancelled(viewer, this.clock.instant(), input.reason());
		});
	}

	/**
	 * @throws Invalid where the task is open
	 * @throws Refused CONFLICT where another change came first
	 */
	Task reopen(Viewer viewer, ChangeTask.Which input) {
		return change(viewer, input.id(), input.expectedVersion(), task -> {
			if (task.status() == TaskStatus.OPEN) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The task is open.", "input", "id");
			}
			return TaskRepository.open();
		});
	}

	private Task change(Viewer viewer, NodeId id, int expectedVersion,
			Function<Task, Map<Field<?>, @Nullable Object>> values) {
		viewer.require(Permission.RECORD_OUTREACH);
		return this.transactions.write(viewer, () -> {
			UUID uuid = id.of(Task.PREFIX);
			Task task = this.tasks.find(now(viewer), TASK.ID, List.of(uuid)).get(uuid);
			if (task == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a task.", "input", "id");
			}
			if (task.version() != expectedVersion
					|| !this.tasks.update(now(viewer), uuid, expectedVersion, values.apply(task))) {
				throw Refused.conflict(known(viewer, uuid).version());
			}
			return known(viewer, uuid);
		});
	}

	private static void requireOpen(Task task) {
		if (task.status() != TaskStatus.OPEN) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The task is " + task.status() + "; reopen it first.",
					"input", "id");
		}
	}

	private @Nullable UUID assignee(Viewer viewer, UUID campaign, Subject about, @Nullable NodeId assignee) {
		UUID account = assignee == null ? null : assignee.of(Account.PREFIX);
		if (account != null && !this.tasks.mayTake(account, campaign, about)) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"assigneeId is not the id of an account that may see this task.", "input", "assigneeId");
		}
		if (viewer.is(Role.COORDINATOR) && about.isNothing() && !viewer.id().equals(account)) {
			throw new Invalid(UserError.Code.INVALID,
					"assigneeId is not your own; allowed for a task about neither body nor member is only your own.",
					"input", "assigneeId");
		}
		return account;
	}

	private Task known(Viewer viewer, UUID id) {
		return Objects.requireNonNull(this.tasks.find(now(viewer), TASK.ID, List.of(id)).get(id));
	}

	private TaskRows now(Viewer viewer) {
		return new TaskRows(viewer, this.clock.instant());
	}

}
