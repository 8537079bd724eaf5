package org.solidarity.organization.change;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** What was recorded of bodies before; the database keeps it, nobody writes it. */
@Service
class BodyChanges implements NodeSource {

	private final BodyChangeRepository changes;

	private final Transactions transactions;

	BodyChanges(BodyChangeRepository changes, Transactions transactions) {
		this.changes = changes;
		this.transactions = transactions;
	}

	@Override
	public String prefix() {
		return BodyChange.PREFIX;
	}

	@Override
	public Map<UUID, BodyChange> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.changes.find(viewer, ids));
	}

	Map<UUID, Connection<BodyChange>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page) {
		return this.transactions.read(viewer, () -> this.changes.of(viewer, bodies, page));
	}

}
