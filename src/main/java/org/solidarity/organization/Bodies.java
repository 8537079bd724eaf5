package org.solidarity.organization;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
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
			return this.bodies.find(viewer, java.util.List.of(id)).get(id);
		});
	}

}
