package org.solidarity.sharing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The bodies that coordinators work for. */
@Service
public class BodyGrants implements NodeSource {

	private final BodyGrantRepository grants;

	private final Accounts accounts;

	private final Transactions transactions;

	private final Clock clock;

	BodyGrants(BodyGrantRepository grants, Accounts accounts, Transactions transactions, Clock clock) {
		this.grants = grants;
		this.accounts = accounts;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return BodyGrant.PREFIX;
	}

	@Override
	public Map<UUID, BodyGrant> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.grants.find(viewer, ids));
	}

	Map<UUID, Connection<BodyGrant>> of(Viewer viewer, Collection<UUID> accounts, PageRequest page) {
		return this.transactions.read(viewer, () -> this.grants.of(viewer, accounts, page));
	}

	/**
	 * What the account holds of these bodies afterwards.
	 * @throws Invalid where the input cannot stand
	 */
	public List<BodyGrant> grant(Viewer viewer, GrantBodies.Input input) {
		viewer.require(Permission.MANAGE_GRANTS);
		List<UUID> bodies = GrantBodies.bodies(input.bodyIds());
		return new Violations()
			.of("account_body_body_id_fkey", UserError.Code.NOT_FOUND, "bodyIds holds an id that is not a body's.",
					"input", "bodyIds")
			.of("account_body_is_granted_once", UserError.Code.TAKEN,
					"bodyIds holds a body that was granted at the same moment; look again.", "input", "bodyIds")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID account = coordinator(viewer, input.accountId());
				var before = this.grants.holding(viewer, account, bodies);
				var other = before.stream().filter(grant -> grant.withMembers() != input.withMembers()).toList();
				this.grants.revoke(viewer, other.stream().map(BodyGrant::id).toList(), this.clock.instant());
				List<UUID> missing = new ArrayList<>(bodies);
				before.stream()
					.filter(grant -> grant.withMembers() == input.withMembers())
					.forEach(grant -> missing.remove(grant.bodyId()));
				if (!missing.isEmpty()) {
					this.grants.insert(viewer, account, missing, input.withMembers(), this.clock.instant());
				}
				return this.grants.holding(viewer, account, bodies);
			}));
	}

	/**
	 * @throws Invalid NOT_FOUND
	 */
	BodyGrant revoke(Viewer viewer, NodeId grant) {
		viewer.require(Permission.MANAGE_GRANTS);
		UUID id = grant.of(BodyGrant.PREFIX);
		return this.transactions.write(viewer, () -> {
			this.grants.revoke(viewer, List.of(id), this.clock.instant());
			BodyGrant revoked = this.grants.find(viewer, List.of(id)).get(id);
			if (revoked == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a grant.", "input", "id");
			}
			return revoked;
		});
	}

	private UUID coordinator(Viewer viewer, NodeId of) {
		UUID id = of.of(Account.PREFIX);
		Account account = this.accounts.nodes(viewer, List.of(id)).get(id);
		if (account == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "accountId is not the id of an account.", "input", "accountId");
		}
		if (account.role() != Role.COORDINATOR) {
			throw new Invalid(UserError.Code.INVALID,
					"accountId is an account with the role " + account.role() + "; allowed is COORDINATOR.", "input",
					"accountId");
		}
		return id;
	}

}
