package org.solidarity.identity.partner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The organizations outside that may query what was shared with them. */
@Service
public class PartnerGroups implements NodeSource {

	private final PartnerRepository groups;

	private final Transactions transactions;

	private final Idempotency idempotency;

	PartnerGroups(PartnerRepository groups, Transactions transactions, Idempotency idempotency) {
		this.groups = groups;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return PartnerGroup.PREFIX;
	}

	@Override
	public Map<UUID, PartnerGroup> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.groups.find(viewer, ids));
	}

	public Connection<PartnerGroup> list(Viewer viewer, PageRequest page) {
		return this.transactions.read(viewer, () -> this.groups.list(viewer, page));
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	public PartnerGroup create(Viewer viewer, CreatePartnerGroup.Input input) {
		viewer.require(Permission.MANAGE_TOKENS);
		input.check();
		return new Violations()
			.of("partner_group_name_is_unique", UserError.Code.TAKEN, "name belongs to another partner group.", "input",
					"name")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID id = this.idempotency.once(viewer, "createPartnerGroup", input.idempotencyKey(), input,
						() -> this.groups.insert(input));
				return this.groups.find(viewer, List.of(id)).get(id);
			}));
	}

}
