package org.solidarity.endorsement.resolution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Idempotency;
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

/** The texts of campaigns that the viewer may see, and the recording of them. */
@Service
public class Resolutions implements NodeSource {

	private final ResolutionRepository resolutions;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Resolutions(ResolutionRepository resolutions, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency) {
		this.resolutions = resolutions;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Resolution.PREFIX;
	}

	@Override
	public Map<UUID, Resolution> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.resolutions.find(viewer, ids));
	}

	/** The rows of the table of resolutions that the viewer may see. */
	public static Condition visibleTo(Viewer viewer) {
		return ResolutionRepository.visibleTo(viewer);
	}

	/** Single wordings by their ids. */
	public Map<UUID, ResolutionVersion> versions(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.resolutions.versions(viewer, ids));
	}

	/**
	 * @throws Invalid NOT_FOUND where the viewer may see none with this id
	 */
	public Resolution require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Resolution.PREFIX);
		Resolution resolution = nodes(viewer, List.of(uuid)).get(uuid);
		if (resolution == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a resolution.",
					path);
		}
		return resolution;
	}

	Map<UUID, Connection<Resolution>> ofCampaigns(Viewer viewer, List<UUID> campaigns, PageRequest page) {
		return this.transactions.read(viewer, () -> this.resolutions.ofCampaigns(viewer, campaigns, page));
	}

	Resolution create(Viewer viewer, WriteResolution.Create input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.wording().check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "createResolution", input.idempotencyKey(), input, () -> {
				Campaign campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId");
				return this.resolutions.insert(viewer, campaign.id(), input.wording(), null);
			});
			return this.resolutions.find(viewer, List.of(id)).get(id);
		});
	}

	/** A text of the campaign that was made by filling a template in. */
	public Resolution make(Viewer viewer, UUID campaign, WriteResolution.Wording wording, UUID template) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			UUID id = this.resolutions.insert(viewer, campaign, wording, template);
			return this.resolutions.find(viewer, List.of(id)).get(id);
		});
	}

	/** Adds a wording; what was adopted before stays as it was. */
	Resolution add(Viewer viewer, WriteResolution.Add input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.wording().check();
		return new Violations()
			.of("resolution_version_has_one_text_a_language", UserError.Code.TAKEN,
					"This number has a text in this language already; give a new number by omitting translates.",
					"input", "language")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID id = this.idempotency.once(viewer, "addResolutionVersion", input.idempotencyKey(), input, () -> {
					Resolution resolution = require(viewer, input.resolutionId(), "input", "resolutionId");
					this.resolutions.insertVersion(viewer, resolution.id(), input.number(resolution), input.wording(),
							null);
					return resolution.id();
				});
				return this.resolutions.find(viewer, List.of(id)).get(id);
			}));
	}

}
