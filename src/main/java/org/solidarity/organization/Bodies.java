package org.solidarity.organization;

import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.RiskLevel;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.stereotype.Service;

/** The bodies that the viewer may see, and the recording of them. */
@Service
public class Bodies implements NodeSource {

	private static final int SEARCH_LENGTH = 200;

	private final BodyRepository bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Bodies(BodyRepository bodies, Transactions transactions, Idempotency idempotency, Clock clock) {
		this.clock = clock;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Body.PREFIX;
	}

	@Override
	public Map<UUID, Body> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.bodies.find(viewer, ids));
	}

	/**
	 * The body with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	public Body require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Body.PREFIX);
		Body body = nodes(viewer, List.of(uuid)).get(uuid);
		if (body == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a body.", path);
		}
		return body;
	}

	/**
	 * The body of each parent, for a batch mapping; a parent whose body the viewer may
	 * not see is absent.
	 * @param id of a parent's body; may be null
	 */
	public <P> Map<P, Body> of(Viewer viewer, Collection<P> parents, Function<P, @Nullable UUID> id) {
		return Parents.each(parents, id, ids -> nodes(viewer, ids));
	}

	/**
	 * @param search what the bodies are found by: names, abbreviations, the number of a
	 * local
	 */
	public Connection<Body> list(Viewer viewer, PageRequest page, @Nullable String search, @Nullable BodyFilter filter,
			@Nullable BodyOrder order) {
		return list(viewer, page, search, order, filter, noCondition());
	}

	Connection<Body> organizations(Viewer viewer, PageRequest page, @Nullable String search,
			@Nullable BodyFilter filter, @Nullable BodyOrder order) {
		return list(viewer, page, search, order, filter, BODY.KIND.notIn(Body.LOCAL_KINDS));
	}

	Connection<Body> locals(Viewer viewer, PageRequest page, @Nullable String search, @Nullable BodyFilter filter,
			@Nullable BodyOrder order) {
		return list(viewer, page, search, order, filter, BODY.KIND.in(Body.LOCAL_KINDS));
	}

	Optional<Body> identified(Viewer viewer, String scheme, String value) {
		return this.transactions.read(viewer, () -> this.bodies.identified(viewer, scheme, value));
	}

	Connection<Body> withAcronym(Viewer viewer, PageRequest page, String acronym) {
		return list(viewer, page, null, null, null, this.bodies.hasAcronym(acronym));
	}

	private Connection<Body> list(Viewer viewer, PageRequest page, @Nullable String search, @Nullable BodyOrder order,
			@Nullable BodyFilter filter, Condition only) {
		if (search != null && search.length() > SEARCH_LENGTH) {
			throw Refused.limit("searchLength", search.length(), SEARCH_LENGTH);
		}
		var where = only.and(Conditions.of(filter, given -> matching(viewer, given)));
		return this.transactions.read(viewer, () -> this.bodies.list(viewer, page, search, where, order));
	}

	/** The rows of the table of bodies that match a filter, whether visible or not. */
	public Condition matching(Viewer viewer, BodyFilter filter) {
		return new BodyConditions(viewer, LocalDate.now(this.clock), 0).on(BODY, filter);
	}

	/** How each of these bodies is shown; see the schema for the rule. */
	Map<Body, String> displayNames(Viewer viewer, Collection<Body> shown) {
		var names = this.transactions.read(viewer,
				() -> this.bodies.displayNames(shown.stream().map(Body::id).toList()));
		return shown.stream().distinct().collect(Collectors.toMap(body -> body, body -> names.get(body.id())));
	}

	/** A partner is not told how its friends are judged. */
	@Nullable RiskLevel riskLevel(Viewer viewer, Body body) {
		return viewer.is(Role.PARTNER) ? null : body.riskLevel();
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Body create(Viewer viewer, CreateBody.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		var facts = input.facts();
		facts.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createBody", input.idempotencyKey(), input,
					() -> this.bodies.insert(viewer, facts));
			return this.bodies.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where another change came first
	 */
	Body update(Viewer viewer, UpdateBody.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			var facts = input.over(require(viewer, input.id(), "input", "id"));
			facts.check();
			return change(viewer, input.id().uuid(), input.expectedVersion(), facts.values());
		});
	}

	/**
	 * @throws Invalid MOVE_NOT_ALLOWED where it has that status, or merging is meant
	 * @throws Refused CONFLICT where another change came first
	 */
	Body changeStatus(Viewer viewer, ChangeBodyStatus.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			Body body = require(viewer, input.id(), "input", "id");
			if (input.status() == BodyStatus.MERGED || input.status() == body.status()) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
						"status is " + body.status()
								+ "; allowed is every other one but MERGED, for which there is mergeBody.",
						"input", "status");
			}
			return change(viewer, body.id(), input.expectedVersion(), Map.of(BODY.STATUS, input.status()));
		});
	}

	/**
	 * Changes a body inside the caller's transaction.
	 * @throws Refused CONFLICT where it is no longer of this version
	 */
	public Body change(Viewer viewer, UUID id, int expectedVersion, Map<Field<?>, ? extends @Nullable Object> values) {
		this.bodies.update(viewer, id, expectedVersion, values);
		return this.bodies.find(viewer, List.of(id)).get(id);
	}

}
