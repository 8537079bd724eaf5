package org.solidarity.endorsement;

import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The proceedings that the viewer may see, and the opening of them. */
@Service
public class Proceedings implements NodeSource {

	private final ProceedingRepository proceedings;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Resolutions resolutions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Proceedings(ProceedingRepository proceedings, Campaigns campaigns, Bodies bodies, Resolutions resolutions,
			Transactions transactions, Idempotency idempotency, Clock clock) {
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.resolutions = resolutions;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Proceeding.PREFIX;
	}

	@Override
	public Map<UUID, Proceeding> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.proceedings.find(viewer, ids));
	}

	/** The rows of the table of proceedings that the viewer may see. */
	public static Condition visibleTo(Viewer viewer) {
		return ProceedingConditions.visibleTo(viewer);
	}

	/**
	 * @throws Invalid NOT_FOUND where the viewer may see none with this id
	 */
	public Proceeding require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Proceeding.PREFIX);
		Proceeding proceeding = nodes(viewer, List.of(uuid)).get(uuid);
		if (proceeding == null) {
			throw unknown(path);
		}
		return proceeding;
	}

	/**
	 * The proceeding, which nobody else moves until the transaction ends.
	 * @throws Invalid NOT_FOUND where the viewer may see none with this id
	 * @throws Refused CONFLICT, with its version and stage, where it is not at the
	 * version that the viewer saw
	 */
	public Proceeding lock(Viewer viewer, NodeId id, int expectedVersion, String... path) {
		Proceeding proceeding = this.proceedings.lock(viewer, id.of(Proceeding.PREFIX))
			.orElseThrow(() -> unknown(path));
		if (proceeding.version() != expectedVersion) {
			Map<String, Object> current = new HashMap<>();
			current.put("currentVersion", proceeding.version());
			current.put("currentStage", proceeding.stage() == null ? null : proceeding.stage().name());
			throw new Refused(ErrorCode.CONFLICT,
					"The proceeding was changed meanwhile: it is at version " + proceeding.version() + ", not "
							+ expectedVersion + ", and its stage is " + proceeding.stage() + ". Read it again.",
					current);
		}
		return proceeding;
	}

	/** Whether the campaign of the proceeding asks its body. */
	public boolean isOfATarget(Proceeding proceeding) {
		return this.proceedings.isTarget(proceeding.campaignId(), proceeding.bodyId());
	}

	Map<UUID, Connection<Proceeding>> ofCampaigns(Viewer viewer, List<UUID> campaigns, PageRequest page,
			ProceedingArguments arguments) {
		return this.transactions.read(viewer,
				() -> this.proceedings.list(viewer, PROCEEDING.CAMPAIGN_ID, campaigns, page, arguments));
	}

	Map<UUID, Connection<Proceeding>> ofBodies(Viewer viewer, List<UUID> bodies, PageRequest page,
			ProceedingArguments arguments) {
		return this.transactions.read(viewer,
				() -> this.proceedings.list(viewer, PROCEEDING.BODY_ID, bodies, page, arguments));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	public Proceeding open(Viewer viewer, OpenProceeding.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "openProceeding", input.idempotencyKey(), input, () -> {
				Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
				var body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
				UUID opened = this.proceedings.insert(viewer, campaign.id(), body,
						input.resolutionId() == null ? null : text(viewer, input.resolutionId(), campaign.id()), input);
				if (this.proceedings.isTarget(campaign.id(), body.id())) {
					this.proceedings.identify(viewer, opened, campaign.today(this.clock));
				}
				return opened;
			});
			return this.proceedings.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where it was changed meanwhile
	 */
	public Proceeding update(Viewer viewer, OpenProceeding.Update input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			Proceeding changed = input.onto(lock(viewer, input.id(), input.expectedVersion(), "input", "id"));
			NodeId resolution = input.resolutionId().value();
			if (resolution != null) {
				text(viewer, resolution, changed.campaignId());
			}
			this.proceedings.update(changed);
			return this.proceedings.find(viewer, List.of(changed.id())).get(changed.id());
		});
	}

	private UUID text(Viewer viewer, NodeId id, UUID campaign) {
		Resolution resolution = this.resolutions.require(viewer, id, "input", "resolutionId");
		if (!resolution.campaignId().equals(campaign)) {
			throw new Invalid(UserError.Code.INVALID, "resolutionId is of another campaign; give one of this campaign.",
					"input", "resolutionId");
		}
		return resolution.id();
	}

	private static Invalid unknown(String... path) {
		return new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a proceeding.", path);
	}

}
