package org.solidarity.endorsement.template;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class TemplateController {

	private final Templates templates;

	private final Resolutions resolutions;

	TemplateController(Templates templates, Resolutions resolutions) {
		this.templates = templates;
		this.resolutions = resolutions;
	}

	@BatchMapping(typeName = "Campaign", field = "templates")
	Map<Campaign, List<ResolutionVersion>> ofCampaigns(List<Campaign> campaigns, @ContextValue Viewer viewer) {
		var templates = this.templates.ofCampaigns(viewer, campaigns.stream().map(Campaign::id).toList());
		return campaigns.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), campaign -> templates.get(campaign.id())));
	}

	@BatchMapping(typeName = "ResolutionVersion")
	Map<ResolutionVersion, ResolutionVersion> madeFrom(List<ResolutionVersion> versions, @ContextValue Viewer viewer) {
		return Parents.each(versions, ResolutionVersion::madeFromId, ids -> this.resolutions.versions(viewer, ids));
	}

	@MutationMapping
	MarkTemplate.Payload markTemplate(Viewer viewer, @Argument MarkTemplate.Input input) {
		return new MarkTemplate.Payload(this.templates.mark(viewer, input, true));
	}

	@MutationMapping
	MarkTemplate.Payload unmarkTemplate(Viewer viewer, @Argument MarkTemplate.Input input) {
		return new MarkTemplate.Payload(this.templates.mark(viewer, input, false));
	}

	@MutationMapping
	WriteFromTemplate.Payload writeFromTemplate(Viewer viewer, @Argument WriteFromTemplate.Input input) {
		return new WriteFromTemplate.Payload(this.templates.write(viewer, input));
	}

}
