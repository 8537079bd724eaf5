package org.solidarity.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The bodies that the viewer may see, and the recording of them. */
@Service
public class Bodies implements NodeSource {

	private final BodyRepository bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Bodies(BodyRepository bodies, Transactions transactions, Idempotency idempotency) {
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
		var found = nodes(viewer, parents.stream().map(id).filter(Objects::nonNull).distinct().toList());
		Map<P, Body> bodies = new HashMap<>();
		parents.forEach(parent -> {
			UUID of = id.apply(parent);
			if (of != null && found.containsKey(of)) {
				bodies.put(parent, found.get(of));
			}
		});
		return bodies;
	}

	public Connection<Body> list(Viewer viewer, PageRequest page, @Nullable BodyFilter filter,
			@Nullable BodyOrder order) {
		return this.transactions.read(viewer, () -> this.bodies.list(viewer, page, filter, order));
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	public Body create(Viewer viewer, CreateBody.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createBody", input.idempotencyKey(), input,
					() -> this.bodies.insert(viewer, input));
			return this.bodies.find(viewer, List.of(id)).get(id);
		});
	}

}
