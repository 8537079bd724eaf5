package org.solidarity.organization.relation;

import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
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
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The relations of bodies, typed and dated; one is ended, never removed. */
@Service
class BodyRelations implements NodeSource {

	private static final Violations REFUSED = new Violations().of("body_relation_has_no_cycle", Code.CYCLE,
			"toId lies below fromId on a day on which the relation would hold; charters and constituencies lead upward.",
			"input", "toId")
		.of("body_relation_has_one_charter_at_a_time", Code.TAKEN,
				"fromId is chartered by a body in that time already; end that relation first.", "input", "fromId")
		.of("body_relation_is_recorded_once", Code.TAKEN, "The same relation is recorded for that time already.",
				"input");

	private final BodyRelationRepository relations;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	BodyRelations(BodyRelationRepository relations, Bodies bodies, Transactions transactions, Idempotency idempotency) {
		this.relations = relations;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return BodyRelation.PREFIX;
	}

	@Override
	public Map<UUID, BodyRelation> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.relations.find(viewer, ids));
	}

	/**
	 * @param end the end at which the bodies stand: from or to
	 */
	Map<UUID, Connection<BodyRelation>> of(Viewer viewer, Field<UUID> end, Collection<UUID> ids, PageRequest page,
			RelationChoice choice) {
		return this.transactions.read(viewer, () -> this.relations.of(viewer, end, ids, page, choice));
	}

	/**
	 * @throws Invalid CYCLE, TAKEN, or what else cannot stand in the input
	 */
	BodyRelation relate(Viewer viewer, RelateBodies.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return REFUSED.during(() -> this.transactions.write(viewer, () -> {
			Body from = this.bodies.require(viewer, input.fromId(), "input", "fromId");
			Body to = this.bodies.require(viewer, input.toId(), "input", "toId");
			UUID id = this.idempotency.once(viewer, "relateBodies", input.idempotencyKey(), input, () -> this.relations
				.insert(viewer, from.id(), input.type(), to.id(), input.since(), input.until(), input.source()));
			return this.relations.find(viewer, List.of(id)).get(id);
		}));
	}

	BodyRelation end(Viewer viewer, EndRelation.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			UUID id = input.id().of(BodyRelation.PREFIX);
			var relation = this.relations.find(viewer, List.of(id)).get(id);
			if (relation == null) {
				throw new Invalid(Code.NOT_FOUND, "id is not the id of a relation.", "input", "id");
			}
			new Checks().day(input.until(), "input", "until")
				.that(relation.since() == null || !input.until().isBefore(relation.since()), Code.OUT_OF_RANGE,
						"until lies before the relation began; allowed: " + relation.since() + " or later.", "input",
						"until")
				.done();
			if (!this.relations.end(viewer, id, input.until())) {
				throw new Invalid(Code.MOVE_NOT_ALLOWED, "The relation has ended; an end is not moved.", "input", "id");
			}
			return this.relations.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * Records that the body went into another, which is its successor from then on.
	 */
	Body merge(Viewer viewer, MergeBody.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return REFUSED.during(() -> this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.id(), "input", "id");
			Body into = this.bodies.require(viewer, input.intoId(), "input", "intoId");
			new Checks()
				.that(!body.id().equals(into.id()), Code.INVALID, "intoId is the body itself; allowed: another one.",
						"input", "intoId")
				.that(body.status() != BodyStatus.MERGED, Code.MOVE_NOT_ALLOWED, "The body has been merged before.",
						"input", "id")
				.done();
			Body merged = this.bodies.change(viewer, body.id(), input.expectedVersion(),
					Map.of(BODY.STATUS, BodyStatus.MERGED));
			this.relations.insert(viewer, into.id(), RelationType.SUCCESSOR_OF, body.id(), input.on(), null,
					input.source());
			return merged;
		}));
	}

}
