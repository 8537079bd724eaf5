package org.solidarity.exchange.book;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The imports, for whoever may import or audits. */
@Service
class ImportBook implements NodeSource {

	private final ImportRepository imports;

	private final Transactions transactions;

	ImportBook(ImportRepository imports, Transactions transactions) {
		this.imports = imports;
		this.transactions = transactions;
	}

	@Override
	public String prefix() {
		return Import.PREFIX;
	}

	@Override
	public Map<UUID, Import> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.imports.find(viewer, ids));
	}

	/** Latest first. */
	Connection<Import> list(Viewer viewer, PageRequest page) {
		return this.transactions.read(viewer, () -> this.imports.list(viewer, page));
	}

}
