package org.solidarity.sharing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.identity.partner.PartnerGroup;
import org.solidarity.identity.partner.PartnerGroups;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The bodies that partner groups speak for. */
@Service
public class PartnerBodyGrants implements NodeSource {

	private final PartnerBodyGrantRepository grants;

	private final PartnerGroups groups;

	private final Transactions transactions;

	private final Clock clock;

	PartnerBodyGrants(PartnerBodyGrantRepository grants, PartnerGroups groups, Transactions transactions, Clock clock) {
		this.grants = grants;
		this.groups = groups;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return PartnerBodyGrant.PREFIX;
	}

	@Override
	public Map<UUID, PartnerBodyGrant> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.grants.find(viewer, ids));
	}

	Map<UUID, Connection<PartnerBodyGrant>> of(Viewer viewer, Collection<UUID> groups, PageRequest page) {
		return this.transactions.read(viewer, () -> this.grants.of(viewer, groups, page));
	}

	/**
	 * What the group holds of these bodies afterwards.
	 * @throws Invalid where the input cannot stand
	 */
	public List<PartnerBodyGrant> grant(Viewer viewer, GrantPartnerBodies.Input input) {
		viewer.require(Permission.MANAGE_GRANTS);
		List<UUID> bodies = GrantBodies.bodies(input.bodyIds());
		UUID group = input.groupId().of(PartnerGroup.PREFIX);
		return new Violations()
			.of("partner_body_body_id_fkey", UserError.Code.NOT_FOUND, "bodyIds holds an id that is not a body's.",
					"input", "bodyIds")
			.of("partner_body_is_granted_once", UserError.Code.TAKEN,
					"bodyIds holds a body that was granted at the same moment; look again.", "input", "bodyIds")
			.during(() -> this.transactions.write(viewer, () -> {
				if (!this.groups.nodes(viewer, List.of(group)).containsKey(group)) {
					throw new Invalid(UserError.Code.NOT_FOUND, "groupId is not the id of a partner group.", "input",
							"groupId");
				}
				List<UUID> missing = new ArrayList<>(bodies);
				this.grants.holding(viewer, group, bodies).forEach(grant -> missing.remove(grant.bodyId()));
				if (!missing.isEmpty()) {
					this.grants.insert(viewer, group, missing, this.clock.instant());
				}
				return this.grants.holding(viewer, group, bodies);
			}));
	}

	/**
	 * @throws Invalid NOT_FOUND
	 */
	PartnerBodyGrant revoke(Viewer viewer, NodeId grant) {
		viewer.require(Permission.MANAGE_GRANTS);
		UUID id = grant.of(PartnerBodyGrant.PREFIX);
		return this.transactions.write(viewer, () -> {
			this.grants.revoke(viewer, List.of(id), this.clock.instant());
			PartnerBodyGrant revoked = this.grants.find(viewer, List.of(id)).get(id);
			if (revoked == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a grant.", "input", "id");
			}
			return revoked;
		});
	}

}
