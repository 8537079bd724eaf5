package org.solidarity.action.petition;

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
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The signatures under petitions that the viewer may see, and the recording of them. */
@Service
class Petitions implements NodeSource {

	private final PetitionRepository petitions;

	private final Actions actions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Petitions(PetitionRepository petitions, Actions actions, Transactions transactions, Idempotency idempotency) {
		this.petitions = petitions;
		this.actions = actions;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return SignatureBatch.PREFIX;
	}

	@Override
	public Map<UUID, SignatureBatch> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.petitions.find(viewer, ids));
	}

	/** For each action a page of its batches, the latest recorded first. */
	Map<UUID, Connection<SignatureBatch>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.transactions.read(viewer, () -> this.petitions.of(viewer, actions, page));
	}

	/** Of each action that has any, the signatures that count. */
	Map<UUID, Signatures> totals(Viewer viewer, Collection<UUID> actions) {
		return this.transactions.read(viewer, () -> this.petitions.totals(viewer, actions));
	}

	/**
	 * @throws Invalid where the input cannot stand, or the action is no petition
	 */
	RecordSignatures.Payload record(Viewer viewer, RecordSignatures.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action action = this.actions.require(viewer, input.actionId(), "input", "actionId");
			if (action.kind() != ActionKind.PETITION) {
				throw new Invalid(UserError.Code.INVALID, "actionId is a " + action.kind() + ", and not a PETITION.",
						"input", "actionId");
			}
			UUID body = this.actions.requireOwn(viewer, input.bodyId(), "input", "bodyId").id();
			UUID id = this.idempotency.once(viewer, "recordSignatures", input.idempotencyKey(), input,
					() -> this.petitions.insert(viewer, action, body, input));
			return new RecordSignatures.Payload(nodes(viewer, List.of(id)).get(id), action);
		});
	}

	/**
	 * Records that a batch does not count; again changes nothing.
	 * @throws Invalid where the input cannot stand
	 */
	VoidSignatures.Payload makeVoid(Viewer viewer, VoidSignatures.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		UUID id = input.id().of(SignatureBatch.PREFIX);
		return this.transactions.write(viewer, () -> {
			SignatureBatch before = nodes(viewer, List.of(id)).get(id);
			if (before == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a batch of signatures.", "input",
						"id");
			}
			this.petitions.makeVoid(viewer, id, input.reason());
			return new VoidSignatures.Payload(nodes(viewer, List.of(id)).get(id),
					this.actions.require(viewer, new NodeId(Action.PREFIX, before.actionId()), "input", "id"));
		});
	}

}
