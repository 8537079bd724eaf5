package org.solidarity.organization.name;

import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyNameType;
import org.springframework.stereotype.Service;

/** The other names of bodies, and the giving of a new one. */
@Service
class BodyNames implements NodeSource {

	private final BodyNameRepository names;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	BodyNames(BodyNameRepository names, Bodies bodies, Transactions transactions, Idempotency idempotency) {
		this.names = names;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return BodyName.PREFIX;
	}

	@Override
	public Map<UUID, BodyName> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.names.find(viewer, ids));
	}

	List<BodyName> of(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.names.of(viewer, ids));
	}

	BodyName add(Viewer viewer, AddBodyName.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
			UUID id = this.idempotency.once(viewer, "addBodyName", input.idempotencyKey(), input, () -> this.names
				.insert(viewer, body.id(), input.type(), input.name(), input.language(), input.since(), input.until()));
			return this.names.find(viewer, List.of(id)).get(id);
		});
	}

	BodyName remove(Viewer viewer, RemoveBodyName.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			UUID id = input.id().of(BodyName.PREFIX);
			BodyName name = this.names.find(viewer, List.of(id)).get(id);
			if (name == null) {
				throw new Invalid(Code.NOT_FOUND, "id is not the id of a name.", "input", "id");
			}
			new Checks()
				.that(name.since() == null || !input.until().isBefore(name.since()), Code.OUT_OF_RANGE,
						"until lies before since; allowed: " + name.since() + " or later.", "input", "until")
				.done();
			if (!this.names.end(viewer, id, input.until())) {
				throw new Invalid(Code.MOVE_NOT_ALLOWED, "The name was removed before, until " + name.until() + ".",
						"input", "id");
			}
			return this.names.find(viewer, List.of(id)).get(id);
		});
	}

	Body rename(Viewer viewer, RenameBody.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.id(), "input", "id");
			new Checks()
				.that(!input.name().equals(body.name()), Code.TAKEN, "name is its name already; allowed: another one.",
						"input", "name")
				.done();
			var since = this.names.namedSince(body.id());
			new Checks()
				.that(since == null || input.on().isAfter(since), Code.OUT_OF_RANGE,
						"on lies before it got its present name; allowed: later than " + since + ".", "input", "on")
				.done();
			Body renamed = this.bodies.change(viewer, body.id(), input.expectedVersion(),
					Map.of(BODY.NAME, input.name()));
			this.names.insert(viewer, body.id(), BodyNameType.FORMER, body.name(), null, since, input.on());
			return renamed;
		});
	}

}
