package org.solidarity.action.headcount;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/**
 * The counts of people without names that the viewer may see, and the recording of them.
 */
@Service
class Headcounts implements NodeSource {

	private final HeadcountRepository headcounts;

	private final Actions actions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Headcounts(HeadcountRepository headcounts, Actions actions, Transactions transactions, Idempotency idempotency) {
		this.headcounts = headcounts;
		this.actions = actions;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Headcount.PREFIX;
	}

	@Override
	public Map<UUID, Headcount> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.headcounts.find(viewer, ids));
	}

	/** For each action a page of its counts, the latest recorded first. */
	Map<UUID, Connection<Headcount>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.transactions.read(viewer, () -> this.headcounts.of(viewer, actions, page));
	}

	/**
	 * Records the count of those who came with a body, or, by whoever records for the
	 * host, of all who were there.
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	RecordHeadcount.Payload record(Viewer viewer, RecordHeadcount.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action action = input.bodyId() == null
					? this.actions.requireHosted(viewer, input.actionId(), "input", "actionId")
					: this.actions.require(viewer, input.actionId(), "input", "actionId");
			UUID body = input.bodyId() == null ? null
					: this.actions.requireOwn(viewer, input.bodyId(), "input", "bodyId").id();
			UUID id = this.idempotency.once(viewer, "recordHeadcount", input.idempotencyKey(), input,
					() -> this.headcounts.insert(viewer, action, body, input));
			return new RecordHeadcount.Payload(nodes(viewer, List.of(id)).get(id), action);
		});
	}

}
