package org.solidarity.endorsement.template;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.OpenProceeding;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Service;

/** The texts that campaigns give out to be filled in. */
@Service
class Templates {

	/** Templates of one campaign, each in another language. */
	private static final int MAXIMUM = 100;

	private final TemplateRepository templates;

	private final Resolutions resolutions;

	private final Proceedings proceedings;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Templates(TemplateRepository templates, Resolutions resolutions, Proceedings proceedings, Campaigns campaigns,
			Bodies bodies, Transactions transactions, Idempotency idempotency, Clock clock) {
		this.templates = templates;
		this.resolutions = resolutions;
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	/** The templates of each campaign, by language. */
	Map<UUID, List<ResolutionVersion>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns) {
		return this.transactions.read(viewer, () -> {
			var ids = this.templates.ofCampaigns(viewer, campaigns);
			var versions = this.resolutions.versions(viewer, ids.values().stream().flatMap(List::stream).toList());
			Map<UUID, List<ResolutionVersion>> of = new HashMap<>();
			campaigns.forEach(campaign -> of.put(campaign,
					ids.getOrDefault(campaign, List.of()).stream().map(versions::get).toList()));
			return of;
		});
	}

	/**
	 * Makes a wording the template of its campaign in its language, in place of another
	 * that was; or takes it back.
	 * @throws Invalid where it cannot be one, or is none
	 */
	ResolutionVersion mark(Viewer viewer, MarkTemplate.Input input, boolean marked) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			UUID id = input.id().of(ResolutionVersion.PREFIX);
			ResolutionVersion version = this.resolutions.versions(viewer, List.of(id)).get(id);
			if (version == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a wording of a resolution.", "input",
						"id");
			}
			Resolution resolution = this.resolutions.nodes(viewer, List.of(version.resolutionId()))
				.get(version.resolutionId());
			var others = current(viewer, resolution.campaignId());
			if (!marked && !others.contains(version)) {
				throw new Invalid(UserError.Code.INVALID, "id is of a wording that is no template.", "input", "id");
			}
			boolean another = others.stream().noneMatch(other -> other.language().equalsIgnoreCase(version.language()));
			if (marked && another && others.size() >= MAXIMUM) {
				throw new Invalid(UserError.Code.OUT_OF_RANGE, "A campaign has at most " + MAXIMUM + " templates.",
						"input", "id");
			}
			this.templates.insert(viewer, resolution, version, marked);
			return version;
		});
	}

	private List<ResolutionVersion> current(Viewer viewer, UUID campaign) {
		return ofCampaigns(viewer, List.of(campaign)).getOrDefault(campaign, List.of());
	}

	/**
	 * Fills the template in for the body of the proceeding, whose text it becomes.
	 * @throws Invalid where the proceeding has a text, or the campaign no such template
	 */
	Proceeding write(Viewer viewer, WriteFromTemplate.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "writeFromTemplate", input.idempotencyKey(), input, () -> {
				Proceeding proceeding = this.proceedings.lock(viewer, input.proceedingId(), input.expectedVersion(),
						"input", "proceedingId");
				if (proceeding.resolutionId() != null) {
					throw new Invalid(UserError.Code.INVALID,
							"proceedingId has a text already; change that by addResolutionVersion.", "input",
							"proceedingId");
				}
				UUID template = input.templateId().of(ResolutionVersion.PREFIX);
				Resolution text = this.resolutions.make(viewer, proceeding.campaignId(),
						values(viewer, proceeding).into(current(viewer, proceeding.campaignId()).stream()
							.filter(version -> version.id().equals(template))
							.findFirst()
							.orElseThrow(() -> new Invalid(UserError.Code.NOT_FOUND,
									"templateId is not the id of a template of the campaign.", "input", "templateId"))),
						template);
				this.proceedings.update(viewer,
						new OpenProceeding.Update(input.proceedingId(), input.expectedVersion(),
								ArgumentValue.ofNullable(new NodeId(Resolution.PREFIX, text.id())),
								ArgumentValue.omitted(), ArgumentValue.omitted(), ArgumentValue.omitted()));
				return proceeding.id();
			});
			return this.proceedings.nodes(viewer, List.of(id)).get(id);
		});
	}

	private WriteFromTemplate.Values values(Viewer viewer, Proceeding proceeding) {
		Body body = this.bodies.nodes(viewer, List.of(proceeding.bodyId())).get(proceeding.bodyId());
		Campaign campaign = this.campaigns.nodes(viewer, List.of(proceeding.campaignId())).get(proceeding.campaignId());
		return new WriteFromTemplate.Values(body.name(), campaign.name(), campaign.today(this.clock));
	}

}
