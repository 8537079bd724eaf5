package org.solidarity.organization.identifier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.springframework.stereotype.Service;

/** The identifiers of bodies; what is verified belongs to one body at a time. */
@Service
class BodyIdentifiers implements NodeSource {

	private static final Violations TAKEN = new Violations().of("body_identifier_is_unique_where_verified", Code.TAKEN,
			"Another body has value verified in this scheme; allowed: one that none has, or not verified.", "input",
			"value");

	private final BodyIdentifierRepository identifiers;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	BodyIdentifiers(BodyIdentifierRepository identifiers, Bodies bodies, Transactions transactions,
			Idempotency idempotency) {
		this.identifiers = identifiers;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return BodyIdentifier.PREFIX;
	}

	@Override
	public Map<UUID, BodyIdentifier> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.identifiers.find(viewer, ids));
	}

	List<BodyIdentifier> of(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.identifiers.of(viewer, ids));
	}

	BodyIdentifier add(Viewer viewer, AddBodyIdentifier.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return TAKEN.during(() -> this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
			UUID id = this.idempotency.once(viewer, "addBodyIdentifier", input.idempotencyKey(), input,
					() -> this.identifiers.insert(viewer, body.id(), input));
			return this.identifiers.find(viewer, List.of(id)).get(id);
		}));
	}

	BodyIdentifier verify(Viewer viewer, VerifyBodyIdentifier.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return TAKEN.during(() -> this.transactions.write(viewer, () -> {
			var identifier = require(viewer, input.id());
			this.identifiers.verify(identifier.id());
			return require(viewer, input.id());
		}));
	}

	BodyIdentifier end(Viewer viewer, EndBodyIdentifier.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			var identifier = require(viewer, input.id());
			new Checks().day(input.until(), "input", "until")
				.that(identifier.since() == null || !input.until().isBefore(identifier.since()), Code.OUT_OF_RANGE,
						"until lies before since; allowed: " + identifier.since() + " or later.", "input", "until")
				.done();
			if (!this.identifiers.end(viewer, identifier.id(), input.until())) {
				throw new Invalid(Code.MOVE_NOT_ALLOWED, "The identifier was ended before; an end is not moved.",
						"input", "id");
			}
			return require(viewer, input.id());
		});
	}

	private BodyIdentifier require(Viewer viewer, NodeId id) {
		UUID uuid = id.of(BodyIdentifier.PREFIX);
		var identifier = this.identifiers.find(viewer, List.of(uuid)).get(uuid);
		if (identifier == null) {
			throw new Invalid(Code.NOT_FOUND, "id is not the id of an identifier.", "input", "id");
		}
		return identifier;
	}

}
