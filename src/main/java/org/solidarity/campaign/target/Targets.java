package org.solidarity.campaign.target;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Checks;
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

/** The bodies that campaigns ask, as far as the viewer may see them. */
@Service
public class Targets implements NodeSource {

	private final TargetRepository targets;

	private final TargetRows rows;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Targets(TargetRepository targets, TargetRows rows, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency) {
		this.targets = targets;
		this.rows = rows;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Target.PREFIX;
	}

	@Override
	public Map<UUID, Target> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.targets.find(viewer, ids));
	}

	/** The targets that the viewer may see, of the rows of their table. */
	public static Condition visibleTo(Viewer viewer) {
		return TargetRepository.visibleTo(viewer);
	}

	Map<UUID, Connection<Target>> ofCampaigns(Viewer viewer, List<UUID> campaigns, PageRequest page,
			TargetArguments arguments) {
		return this.transactions.read(viewer, () -> this.targets.ofCampaigns(viewer, campaigns, page, arguments));
	}

	Map<UUID, Connection<Target>> ofBodies(Viewer viewer, List<UUID> bodies, PageRequest page) {
		return this.transactions.read(viewer, () -> this.targets.ofBodies(viewer, bodies, page));
	}

	Map<UUID, TargetTotals> totals(Viewer viewer, Collection<UUID> campaigns) {
		return this.transactions.read(viewer, () -> this.targets.totals(viewer, campaigns));
	}

	Target add(Viewer viewer, AddTargets.One input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "addTarget", input.idempotencyKey(), input, () -> {
				Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
				var added = this.rows.add(viewer, campaign, List.of(input.row()), row -> new String[] { "input" })
					.getFirst();
				if (added.target() == null) {
					throw new Invalid(added.errors());
				}
				return added.target().id();
			});
			return this.targets.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * Adds those of the rows that can stand, or none where one cannot, as the policy
	 * says.
	 */
	AddTargets.ManyPayload add(Viewer viewer, AddTargets.Many input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
			var results = this.rows.add(viewer, campaign, input.rows(),
					row -> new String[] { "input", "rows", String.valueOf(row) });
			List<UserError> errors = results.stream().flatMap(result -> result.errors().stream()).toList();
			if (input.errorPolicy() == AddTargets.ErrorPolicy.REJECT_ALL && !errors.isEmpty()) {
				throw new Invalid(errors);
			}
			return new AddTargets.ManyPayload(campaign, results);
		});
	}

	Target update(Viewer viewer, ChangeTarget.Update input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			Target changed = input.onto(require(viewer, input.id()));
			NodeId owner = input.ownerId().value();
			if (owner != null) {
				var checks = new Checks();
				TargetRows.checkOwner(checks, owner, this.targets.workersOn(changed.campaignId(), List.of(owner)),
						"input");
				checks.done();
			}
			this.targets.update(viewer, changed, input.expectedVersion());
			return this.targets.find(viewer, List.of(changed.id())).get(changed.id());
		});
	}

	/** Asks a body no longer; that it was asked stays recorded. */
	Campaign remove(Viewer viewer, ChangeTarget.Remove input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		return this.transactions.write(viewer, () -> {
			Target target = require(viewer, input.id());
			this.targets.remove(viewer, target.id(), input.expectedVersion());
			return this.campaigns.nodes(viewer, List.of(target.campaignId())).get(target.campaignId());
		});
	}

	private Target require(Viewer viewer, NodeId id) {
		UUID uuid = id.of(Target.PREFIX);
		@Nullable Target target = this.targets.find(viewer, List.of(uuid)).get(uuid);
		if (target == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a target.", "input", "id");
		}
		return target;
	}

}
